-- The schema of the transcripts service before it had migrations. Revision 5cd038a8f131 is the same.

CREATE TABLE jobs (
    id VARCHAR(36) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    state VARCHAR(20) DEFAULT 'pending' NOT NULL,
    input_url TEXT NOT NULL,
    error TEXT,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT jobs_state_check CHECK (state IN ('pending', 'running', 'done', 'failed'))
);

CREATE TABLE videos (
    id VARCHAR(36) NOT NULL,
    job_id VARCHAR(36) NOT NULL,
    youtube_id VARCHAR(20) NOT NULL,
    title TEXT,
    duration_seconds INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT videos_youtube_id_key UNIQUE (youtube_id),
    CONSTRAINT videos_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
);

CREATE TABLE transcripts (
    id VARCHAR(36) NOT NULL,
    video_id VARCHAR(36) NOT NULL,
    language VARCHAR(10) DEFAULT 'en' NOT NULL,
    model VARCHAR(50) NOT NULL,
    full_text TEXT,
    PRIMARY KEY (id),
    CONSTRAINT transcripts_video_id_fkey FOREIGN KEY (video_id) REFERENCES videos (id) ON DELETE CASCADE
);

CREATE TABLE segments (
    id INTEGER NOT NULL,
    transcript_id VARCHAR(36) NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    speaker VARCHAR(50),
    text TEXT NOT NULL,
    PRIMARY KEY (transcript_id, id),
    CONSTRAINT segments_transcript_id_fkey FOREIGN KEY (transcript_id) REFERENCES transcripts (id) ON DELETE CASCADE,
    CONSTRAINT segments_times_check CHECK (end_ms >= start_ms)
);

CREATE INDEX jobs_state_idx ON jobs (state, created_at);
CREATE INDEX videos_job_id_idx ON videos (job_id);
CREATE INDEX transcripts_video_id_idx ON transcripts (video_id);
