package io.keeling.search.lucene.count;

import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent terms with the same prefix, for each segment. If very many terms share a
 * prefix, they are read once, when the segment is made, and not whenever somebody types the prefix.
 * In a term, {@link Fields#SEPARATOR} is followed by a character for the term's kind. The most
 * frequent terms of each kind are kept. Threads may share it.
 */
public final class FrequentTerms {

  /**
   * Maximum number of terms that are read while somebody waits. If more terms share a prefix, only
   * the most frequent ones are known (docs/studies/search-at-a-million.md has the cost of
   * completion).
   */
  static final int MANY = 1_000;

  /** Number of terms kept of each kind for a prefix; no list shows more. */
  static final int KEPT = 32;

  /**
   * Length of the longest prefix that is prepared, in bytes. For a longer prefix, its first {@link
   * #MANY} terms are read instead.
   */
  private static final int LONGEST = 24;

  private final String field;
  private final BySegment<Map<BytesRef, List<Frequent>>> segments = new BySegment<>();

  public FrequentTerms(String field) {
    this.field = field;
  }

  /**
   * A term.
   *
   * @param documents number of documents with the term, including deleted ones
   */
  public record Frequent(String term, int documents) {}

  /** Prepares a segment before anybody asks. */
  public void prepare(LeafReader segment) throws IOException {
    segments.of(segment, this::made);
  }

  /**
   * A segment's terms with a prefix. If there are very many, only the most frequent ones of each
   * kind.
   */
  public List<Frequent> of(LeafReader segment, String beginning) throws IOException {
    BytesRef prefix = new BytesRef(beginning);
    @Nullable List<Frequent> known = segments.of(segment, this::made).get(prefix);
    if (known != null) {
      return known;
    }
    List<Frequent> terms = new ArrayList<>();
    @Nullable Terms all = segment.terms(field);
    if (all == null) {
      return terms;
    }
    TermsEnum each = all.iterator();
    TermsEnum.SeekStatus status = each.seekCeil(prefix);
    @Nullable BytesRef term = status == TermsEnum.SeekStatus.END ? null : each.term();
    while (term != null && terms.size() < MANY && StringHelper.startsWith(term, prefix)) {
      terms.add(new Frequent(term.utf8ToString(), each.docFreq()));
      term = each.next();
    }
    return terms;
  }

  private Map<BytesRef, List<Frequent>> made(LeafReader segment) throws IOException {
    @Nullable Terms terms = segment.terms(field);
    if (terms == null) {
      return Map.of();
    }
    Beginnings beginnings = new Beginnings();
    TermsEnum each = terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      beginnings.add(term, each.docFreq());
    }
    return beginnings.read(terms.iterator());
  }

  /** Collects the most frequent terms of each prefix. Terms are added in order. */
  private static final class Beginnings {

    private final BytesRefBuilder last = new BytesRefBuilder();

    /**
     * For each prefix of the last term, by the prefix's length: the number of the first term with
     * this prefix.
     */
    private final int[] since = new int[LONGEST + 1];

    private final Map<BytesRef, int[]> most = new HashMap<>();
    private int[] documents = {};
    private byte[] kinds = {};
    private int size;

    void add(BytesRef term, int of) {
      int same = Math.min(LONGEST, mismatch(last.get(), term));
      end(same);
      Arrays.fill(since, same + 1, LONGEST + 1, size);
      last.copyBytes(term);
      documents = ArrayUtil.grow(documents, size + 1);
      kinds = ArrayUtil.grow(kinds, size + 1);
      documents[size] = of;
      kinds[size++] = kind(term);
    }

    private static byte kind(BytesRef term) {
      int end = term.offset + term.length - 1;
      for (int i = term.offset; i < end; i++) {
        if (term.bytes[i] == Fields.SEPARATOR) {
          return term.bytes[i + 1];
        }
      }
      return 0;
    }

    private static int mismatch(BytesRef one, BytesRef other) {
      int at =
          Arrays.mismatch(
              one.bytes,
              one.offset,
              one.offset + one.length,
              other.bytes,
              other.offset,
              other.offset + other.length);
      return at < 0 ? one.length : at;
    }

    /**
     * Completes the prefixes of the last term that are longer than {@code same} characters, since
     * no later term can share them.
     */
    private void end(int same) {
      for (int length = same + 1; length <= Math.min(LONGEST, last.length()); length++) {
        if (size - since[length] > MANY) {
          most.put(
              BytesRef.deepCopyOf(new BytesRef(last.bytes(), 0, length)), mostSince(since[length]));
        }
      }
    }

    /**
     * The numbers of the most frequent terms of each kind among the terms from the given one on, in
     * no particular order.
     */
    private int[] mostSince(int first) {
      Map<Byte, PriorityQueue<Long>> best = new HashMap<>();
      for (int i = first; i < size; i++) {
        PriorityQueue<Long> ofKind = best.computeIfAbsent(kinds[i], k -> new PriorityQueue<>());
        if (ofKind.size() < KEPT || documents[i] > ofKind.element() >> Integer.SIZE) {
          ofKind.add((long) documents[i] << Integer.SIZE | i);
          if (ofKind.size() > KEPT) {
            ofKind.remove();
          }
        }
      }
      return best.values().stream().flatMap(Queue::stream).mapToInt(Long::intValue).toArray();
    }

    Map<BytesRef, List<Frequent>> read(TermsEnum terms) throws IOException {
      end(0);
      FixedBitSet wanted = new FixedBitSet(Math.max(1, size));
      most.values().forEach(numbers -> Arrays.stream(numbers).forEach(wanted::set));
      Map<Integer, Frequent> read = new HashMap<>();
      for (int i = 0; i < size; i++) {
        BytesRef term = terms.next();
        if (wanted.get(i)) {
          read.put(i, new Frequent(term.utf8ToString(), documents[i]));
        }
      }
      Map<BytesRef, List<Frequent>> frequent = new HashMap<>();
      most.forEach(
          (beginning, numbers) ->
              frequent.put(beginning, Arrays.stream(numbers).mapToObj(read::get).toList()));
      return frequent;
    }
  }
}
