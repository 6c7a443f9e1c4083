package io.keeling.search.lucene.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Restores the tilde in plural endings, since Lucene's stemmer needs it to recognise them: {@code
 * acoes}, the plural of {@code ação}, becomes {@code acões}.
 */
final class PortuguesePluralFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  PortuguesePluralFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    int vowel = term.length() - 3;
    if (vowel > 0 && term.charAt(vowel + 1) == 'e' && term.charAt(vowel + 2) == 's') {
      char[] letters = term.buffer();
      if (letters[vowel] == 'o') {
        letters[vowel] = '\u00f5';
      } else if (letters[vowel] == 'a') {
        letters[vowel] = '\u00e3';
      }
    }
    return true;
  }
}
