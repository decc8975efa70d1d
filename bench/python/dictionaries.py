# Counting, grouping and looking up, as data migrations do.
words = ["word%d" % (i * 7919 % 1009) for i in range(5000)]
counts = {}
groups = {}
for turn in range(20):
    for word in words:
        counts[word] = counts.get(word, 0) + 1
        if word not in groups:
            groups[word] = []
        groups[word].append(turn)
best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
print(best, len(groups), sum(len(group) for group in groups.values()))
