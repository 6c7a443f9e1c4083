package io.keeling.newsroom.press;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * All outlets and their articles.
 *
 * @param houses the outlets by id
 * @param articles the articles by outlet, in the editors' order
 */
public record Press(Map<String, House> houses, Map<String, List<PressArticle>> articles) {

  /** Copies the maps, keeping their order. */
  public Press {
    houses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(houses));
    articles = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(articles));
  }

  /** The articles of an outlet, in the editors' order. */
  public List<PressArticle> articlesOf(House house) {
    return articles.getOrDefault(house.id(), List.of());
  }

  /** Every article of every outlet. */
  public List<PressArticle> allArticles() {
    return articles.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The article with an id.
   *
   * @throws NoSuchElementException if there is none
   */
  public PressArticle article(String id) {
    return allArticles().stream()
        .filter(article -> article.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no article " + id));
  }
}
