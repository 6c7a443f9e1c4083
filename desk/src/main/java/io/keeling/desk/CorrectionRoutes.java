package io.keeling.desk;

import io.javalin.config.RoutesConfig;
import io.keeling.desk.access.Role;
import io.keeling.desk.correction.CorrectionWriter;
import io.keeling.desk.correction.CorrectionsApi;
import io.keeling.desk.correction.CorrectionsPage;
import io.keeling.desk.correction.TagCorrections;
import io.keeling.desk.label.Labels;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Templates;
import io.keeling.desk.store.ArticleStore;
import io.keeling.desk.store.Database;
import io.keeling.desk.web.Answers;
import java.time.Clock;

/** Which address leads to what editors say of tags. */
final class CorrectionRoutes {

  private final CorrectionsPage page;
  private final CorrectionsApi api;

  CorrectionRoutes(
      ArticleStore articles,
      Database database,
      CorrectionWriter writer,
      Labels labels,
      Templates templates,
      Frames frames,
      Answers answers) {
    TagCorrections corrections = new TagCorrections(database, writer, Clock.systemUTC());
    page = new CorrectionsPage(articles, corrections, labels, templates, frames, answers);
    api = new CorrectionsApi(articles, corrections, labels.topics(), answers);
  }

  /** Adds every route. */
  void add(RoutesConfig routes) {
    Routes.get(routes, "/articles/{id}/corrections", page::show, Role.READER);
    routes.post("/articles/{id}/corrections", page::add, Role.EDITOR);
    routes.post("/articles/{id}/corrections/{correction}/undo", page::undo, Role.EDITOR);
    Routes.get(routes, "/api/articles/{id}/corrections", api::list, Role.READER);
    Routes.get(routes, "/api/articles/{id}/corrections/{correction}", api::one, Role.READER);
    routes.post("/api/articles/{id}/corrections", api::add, Role.EDITOR);
    routes.delete("/api/articles/{id}/corrections/{correction}", api::undo, Role.EDITOR);
  }
}
