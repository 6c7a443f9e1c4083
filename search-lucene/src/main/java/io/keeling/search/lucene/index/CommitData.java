package io.keeling.search.lucene.index;

import io.keeling.search.lucene.analysis.WordAnalyzer;
import io.keeling.search.lucene.field.Fields;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What an index stores about itself with each commit.
 *
 * @param format version of the documents' format
 * @param analyzer version of the analysis of words
 * @param topic the id of the indexed topic, empty before anything was read
 * @param complete whether the index has ever caught up with the topic
 * @param at the time up to which the index has followed the topic
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

  /** Reads the data of a commit; throws an unchecked exception if it is malformed. */
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

  /** Whether documents can be added to the index. */
  boolean isCurrent() {
    return isReadable() && analyzer == WordAnalyzer.VERSION;
  }

  /**
   * Whether the index can answer searches. A different version of the word analysis is acceptable
   * for that.
   */
  boolean isReadable() {
    return format == Fields.FORMAT;
  }
}
