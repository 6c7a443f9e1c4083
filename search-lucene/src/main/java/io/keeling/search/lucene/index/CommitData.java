package io.keeling.search.lucene.index;

import io.keeling.search.lucene.analysis.WordAnalyzer;
import io.keeling.search.lucene.field.Fields;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What an index says of itself in each commit.
 *
 * @param format of the documents
 * @param analyzer version of the terms
 * @param topic the id of the topic that it is a view of, empty before it has read any
 * @param complete whether it had caught up with the topic once
 * @param at until when it has followed its topic
 * @param offsets the next offset of each partition
 */
record CommitData(
    int format,
    int analyzer,
    String topic,
    boolean complete,
    Instant at,
    Map<Integer, Long> offsets) {

  private static final String FORMAT = "keeling.format";
  private static final String ANALYZER = "keeling.analyzer";
  private static final String TOPIC = "keeling.topic";
  private static final String COMPLETE = "keeling.complete";
  private static final String AT = "keeling.at";
  private static final String OFFSET = "keeling.offset.";

  CommitData {
    offsets = Map.copyOf(offsets);
  }

  /** The data of a new index. */
  static CommitData begun() {
    return new CommitData(Fields.FORMAT, WordAnalyzer.VERSION, "", false, Instant.EPOCH, Map.of());
  }

  /** Reads the data of a commit; refuses what is not Keeling's. */
  static CommitData read(Map<String, String> data) {
    Map<Integer, Long> offsets = new HashMap<>();
    data.forEach(
        (key, value) -> {
          if (key.startsWith(OFFSET)) {
            offsets.put(Integer.valueOf(key.substring(OFFSET.length())), Long.valueOf(value));
          }
        });
    return new CommitData(
        Integer.parseInt(data.getOrDefault(FORMAT, "0")),
        Integer.parseInt(data.getOrDefault(ANALYZER, "0")),
        data.getOrDefault(TOPIC, ""),
        Boolean.parseBoolean(data.get(COMPLETE)),
        Instant.parse(data.getOrDefault(AT, Instant.EPOCH.toString())),
        offsets);
  }

  Map<String, String> write() {
    Map<String, String> data = new HashMap<>();
    data.put(FORMAT, Integer.toString(format));
    data.put(ANALYZER, Integer.toString(analyzer));
    data.put(TOPIC, topic);
    data.put(COMPLETE, Boolean.toString(complete));
    data.put(AT, at.toString());
    offsets.forEach((partition, offset) -> data.put(OFFSET + partition, Long.toString(offset)));
    return data;
  }

  CommitData at(Map<Integer, Long> next) {
    Map<Integer, Long> merged = new HashMap<>(offsets);
    merged.putAll(next);
    return new CommitData(format, analyzer, topic, complete, at, merged);
  }

  CommitData of(String topicId) {
    return new CommitData(format, analyzer, topicId, complete, at, offsets);
  }

  CommitData caughtUp() {
    return new CommitData(format, analyzer, topic, true, at, offsets);
  }

  CommitData followedUntil(Instant now) {
    return new CommitData(format, analyzer, topic, complete, now, offsets);
  }

  /** Whether documents can be added to it. */
  boolean isCurrent() {
    return isReadable() && analyzer == WordAnalyzer.VERSION;
  }

  /** Whether it can answer, even if words are cut a little differently now. */
  boolean isReadable() {
    return format == Fields.FORMAT;
  }
}
