package io.keeling.desk.operators;

import io.javalin.http.Handler;
import io.keeling.desk.access.Role;
import io.keeling.desk.database.Database;
import io.keeling.desk.page.Pages;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Routes;
import java.util.concurrent.Semaphore;

/** The routes of the operators' pages. */
public final class OperatorRoutes {

  private static final String LETTER = DeadLetterPages.PATH + "/{id}";
  private static final String SOURCE = SourcePages.PATH + "/{id}";

  private final Semaphore room = new Semaphore(OperatorHandler.MOST_AT_ONCE);
  private final SourcePages sources;
  private final SourceRemovalPage removal;
  private final DeadLetterPages letters;
  private final WorkPage work;
  private final Answers answers;

  public OperatorRoutes(Services services, Operations operations) {
    Database database = services.database();
    Pages pages = services.pages();
    sources = new SourcePages(operations, database, pages);
    removal = new SourceRemovalPage(operations, database, pages);
    letters = new DeadLetterPages(operations, database, pages);
    work = new WorkPage(operations, pages);
    answers = services.answers();
  }

  public void add(Routes routes) {
    get(routes, SourcePages.PATH, sources::list);
    post(routes, SourcePages.PATH, sources::add);
    post(routes, SourcePages.PATH + "/preview", sources::preview);
    post(routes, SOURCE + "/pause", sources::pause);
    post(routes, SOURCE + "/resume", sources::resume);
    get(routes, SOURCE + "/remove", removal::show);
    post(routes, SOURCE + "/remove", sources::remove);
    get(routes, DeadLetterPages.PATH, letters::list);
    get(routes, LETTER, letters::one);
    get(routes, LETTER + "/content", letters::content);
    post(routes, LETTER + "/replay", letters::replay);
    get(routes, WorkPage.PATH, work);
  }

  private void get(Routes routes, String path, Handler action) {
    routes.get(path, new OperatorHandler(room, answers, action), Role.OPERATOR);
  }

  private void post(Routes routes, String path, Handler action) {
    routes.post(path, new OperatorHandler(room, answers, action), Role.OPERATOR);
  }
}
