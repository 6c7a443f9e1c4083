package io.keeling.models.text;

/** Part of a text, in UTF-16 code units: from start to just before end. */
record TextSpan(int start, int end) {

  int length() {
    return end - start;
  }
}
