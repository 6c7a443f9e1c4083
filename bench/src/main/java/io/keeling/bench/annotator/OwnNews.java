package io.keeling.bench.annotator;

import io.keeling.training.corpus.NewsArticle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Articles of one length, put together from our own news ({@code training/corpus/news}): sentences,
 * paragraphs and names are as in a newspaper, and no article repeats another.
 */
public final class OwnNews {

  /**
   * An article.
   *
   * @param title of the first piece of news in it
   * @param text without that title
   */
  public record Text(String title, String text) {}

  private OwnNews() {}

  /**
   * As many articles as our news are enough for.
   *
   * @param folder where they are
   * @param length of each text, in UTF-16 code units, which are bytes but for a few letters
   * @param most how many articles to make at most
   */
  public static List<Text> read(Path folder, int length, int most) throws IOException {
    List<Text> texts = new ArrayList<>();
    String title = "";
    StringBuilder text = new StringBuilder();
    for (NewsArticle article : NewsArticle.read(folder)) {
      if (text.isEmpty()) {
        title = article.title();
      } else {
        text.append("\n\n").append(article.title()).append("\n\n");
      }
      text.append(article.text());
      if (text.length() >= length && texts.size() < most) {
        texts.add(new Text(title, text.substring(0, length)));
        text.setLength(0);
      }
    }
    if (texts.isEmpty()) {
      throw new IllegalStateException("our news have less than " + length + " characters");
    }
    return texts;
  }
}
