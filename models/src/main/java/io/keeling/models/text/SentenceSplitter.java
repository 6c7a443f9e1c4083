package io.keeling.models.text;

import java.util.List;

/** Finds the sentences of one paragraph. Not thread-safe. */
interface SentenceSplitter {

  /** Returns the sentences of the paragraph in order, as offsets into it. None overlap. */
  List<TextSpan> split(String paragraph);
}
