package io.keeling.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.keeling.desk.access.Role;
import io.keeling.desk.operation.Operations;
import io.keeling.desk.operation.page.LetterPages;
import io.keeling.desk.operation.page.OperatorHandler;
import io.keeling.desk.operation.page.SourcePages;
import io.keeling.desk.operation.page.SourceRemovalPage;
import io.keeling.desk.operation.page.WorkPage;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Templates;
import io.keeling.desk.store.Database;
import io.keeling.desk.web.Answers;
import java.util.concurrent.Semaphore;

/** The routes by which operators run Keeling. */
final class OperatorRoutes {

  private static final String LETTER = LetterPages.PATH + "/{id}";
  private static final String SOURCE = SourcePages.PATH + "/{id}";

  private final Semaphore room = new Semaphore(OperatorHandler.MOST_AT_ONCE);
  private final SourcePages sources;
  private final SourceRemovalPage removal;
  private final LetterPages letters;
  private final WorkPage work;
  private final Answers answers;

  OperatorRoutes(
      Operations operations,
      Database database,
      Templates templates,
      Frames frames,
      Answers answers) {
    sources = new SourcePages(operations, database, templates, frames);
    removal = new SourceRemovalPage(operations, database, templates, frames, answers);
    letters = new LetterPages(operations, database, templates, frames, answers);
    work = new WorkPage(operations, templates, frames);
    this.answers = answers;
  }

  /** Adds them. */
  void add(RoutesConfig routes) {
    get(routes, SourcePages.PATH, sources::list);
    post(routes, SourcePages.PATH, sources::add);
    post(routes, SourcePages.PATH + "/preview", sources::preview);
    post(routes, SOURCE + "/pause", sources::pause);
    post(routes, SOURCE + "/resume", sources::resume);
    get(routes, SOURCE + "/remove", removal::show);
    post(routes, SOURCE + "/remove", sources::remove);
    get(routes, LetterPages.PATH, letters::list);
    get(routes, LETTER, letters::one);
    get(routes, LETTER + "/content", letters::content);
    post(routes, LETTER + "/replay", letters::replay);
    get(routes, WorkPage.PATH, work);
  }

  private void get(RoutesConfig routes, String path, Handler action) {
    Routes.get(routes, path, new OperatorHandler(room, answers, action), Role.OPERATOR);
  }

  private void post(RoutesConfig routes, String path, Handler action) {
    routes.post(path, new OperatorHandler(room, answers, action), Role.OPERATOR);
  }
}
