package io.keeling.search.lucene.field;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.StringHelper;

/** Turns the ids of stories into numbers, which are faster to compare. */
public final class StoryIds {

  private StoryIds() {}

  /** The 64-bit number of a story, never 0. Different stories hardly ever get the same number. */
  public static long number(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    int low = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, 0x5bd1e995);
    int high = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, 0x1b873593);
    long number = ((long) high << Integer.SIZE) | Integer.toUnsignedLong(low);
    return number == 0 ? 1 : number;
  }
}
