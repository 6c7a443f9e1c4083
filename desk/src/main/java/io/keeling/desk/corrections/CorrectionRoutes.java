package io.keeling.desk.corrections;

import io.keeling.desk.access.Role;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Routes;
import java.time.Clock;

/** The routes of tag corrections: page, forms and API. */
public final class CorrectionRoutes {

  private final CorrectionsPage page;
  private final CorrectionsApi api;

  public CorrectionRoutes(Services services, CorrectionWriter writer) {
    ArticleStore articles = new ArticleStore(services.database(), services.index());
    TagCorrections corrections = new TagCorrections(services.database(), writer, Clock.systemUTC());
    page = new CorrectionsPage(articles, corrections, services.labels(), services.pages());
    api = new CorrectionsApi(articles, corrections, services.labels().topics());
  }

  public void add(Routes routes) {
    routes.get("/articles/{id}/corrections", page::show, Role.READER);
    routes.post("/articles/{id}/corrections", page::add, Role.EDITOR);
    routes.post("/articles/{id}/corrections/{correction}/undo", page::undo, Role.EDITOR);
    routes.get("/api/articles/{id}/corrections", api::list, Role.READER);
    routes.get("/api/articles/{id}/corrections/{correction}", api::one, Role.READER);
    routes.post("/api/articles/{id}/corrections", api::add, Role.EDITOR);
    routes.delete("/api/articles/{id}/corrections/{correction}", api::undo, Role.EDITOR);
  }
}
