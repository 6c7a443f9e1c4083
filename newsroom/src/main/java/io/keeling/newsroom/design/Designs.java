package io.keeling.newsroom.design;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.keeling.newsroom.press.Press;
import io.keeling.newsroom.press.PressArticle;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws pages from the templates under {@code src/main/jte}, one folder for each design. Threads
 * may share it.
 */
public final class Designs {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Designs.class.getClassLoader(),
          "io.keeling.newsroom.design.generated");

  /** An article's page. */
  public String article(SiteView site, PressArticle article) {
    ArticleView view = new ArticleView(site, article, site.edition().apply(article));
    return render(site, "article", Map.of("article", view));
  }

  /** An outlet's front page, or one of its section pages. */
  public String front(SiteView site, @Nullable String section) {
    Map<String, Object> model = new HashMap<>();
    model.put("site", site);
    model.put("section", section);
    return render(site, "front", model);
  }

  /** The page for an address that is unknown. */
  public String notFound(SiteView site) {
    return render("shared/missing.jte", Map.of("site", site));
  }

  /** A page that only pretends to be an article, such as {@code consent}. */
  public String pretence(SiteView site, String name, String title) {
    return render("shared/" + name + ".jte", Map.of("site", site, "title", title));
  }

  /**
   * The list of all outlets.
   *
   * @param suffix what follows an outlet's id in its address, such as {@code .localhost:8090}
   */
  public String index(Press press, String suffix) {
    return render("shared/press.jte", Map.of("press", press, "suffix", suffix));
  }

  /** A picture that is always the same for a path. */
  public String picture(String path) {
    return Picturesque.draw(path);
  }

  private String render(SiteView site, String page, Map<String, Object> model) {
    return render(site.house().design() + "/" + page + ".jte", model);
  }

  private String render(String template, Map<String, Object> model) {
    StringOutput output = new StringOutput(16_384);
    engine.render(template, model, output);
    return output.toString();
  }
}
