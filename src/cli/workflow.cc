#include "cli/workflow.h"

namespace limbeck::cli {
namespace {

constexpr const char* kHead = R"(name: migrations

on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  migrations:
    runs-on: ubuntu-latest
    # The image that packaging/docker/Dockerfile of Limbeck builds, as the repository's variable LIMBECK_IMAGE names it.
    container:
      image: ${{ vars.LIMBECK_IMAGE || 'limbeck' }}
      options: --user root
)";

constexpr const char* kServer = R"(    services:
      postgres:
        image: postgres:16
        env:
          POSTGRES_PASSWORD: postgres
        options: --health-cmd pg_isready --health-interval 2s --health-retries 30
    env:
      DATABASE_URL: postgresql://postgres:postgres@postgres/postgres
)";

constexpr const char* kSteps = R"(    steps:
      - uses: actions/checkout@v4

      - name: Try every revision up, down and up again, and compare the models
        run: limbeck verify --junit verify.xml)";

constexpr const char* kScratch = R"( --scratch-url "$DATABASE_URL")";

constexpr const char* kRest = R"(

      - name: Look for statements that lock, rewrite or lose what is in use
        run: limbeck lint heads

      - name: Write down the SQL of the whole history
        run: limbeck upgrade heads --sql > upgrade.sql

      - name: Bring a new database to the head, and ask whether the models are what it has
        run: |
          limbeck upgrade heads
          limbeck check

      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: migrations
          path: |
            upgrade.sql
            verify.xml
)";

}  // namespace

std::string GithubWorkflow(bool has_server) {
  return std::string(kHead) + (has_server ? kServer : "") + kSteps + (has_server ? kScratch : "") + kRest;
}

}  // namespace limbeck::cli
