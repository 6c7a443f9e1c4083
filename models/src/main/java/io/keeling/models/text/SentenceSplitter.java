package io.keeling.models.text;

import java.util.List;

/** Finds the sentences of one paragraph. Not for sharing between threads. */
interface SentenceSplitter {

  /** The sentences of the paragraph in order, as offsets into it; none overlap. */
  List<TextSpan> split(String paragraph);
}
