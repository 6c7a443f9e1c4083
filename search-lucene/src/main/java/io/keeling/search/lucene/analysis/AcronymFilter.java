package io.keeling.search.lucene.analysis;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Removes the dots from abbreviations: {@code U.S.} becomes {@code US}. */
final class AcronymFilter extends TokenFilter {

  private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}\\.)+\\p{L}\\.?");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  AcronymFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (term.length() > 2 && term.charAt(1) == '.' && DOTTED.matcher(term).matches()) {
      String letters = term.toString().replace(".", "");
      term.setEmpty().append(letters);
    }
    return true;
  }
}
