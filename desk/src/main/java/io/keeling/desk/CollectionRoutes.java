package io.keeling.desk;

import io.javalin.config.RoutesConfig;
import io.keeling.desk.access.Role;
import io.keeling.desk.api.ExportApi;
import io.keeling.desk.collection.CollectPage;
import io.keeling.desk.collection.CollectionExport;
import io.keeling.desk.collection.CollectionPages;
import io.keeling.desk.collection.CollectionsApi;
import io.keeling.desk.collection.store.CollectionChanges;
import io.keeling.desk.collection.store.Collections;
import io.keeling.desk.feed.CollectionFeeds;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Templates;
import io.keeling.desk.store.ArticleStore;
import io.keeling.desk.store.Database;
import io.keeling.desk.web.Answers;

/** The routes of collections. */
final class CollectionRoutes {

  private static final String ONE = "/collections/{id}";

  private final Database database;
  private final Templates templates;
  private final Frames frames;
  private final Answers answers;
  private final String title;
  private final String baseUrl;

  CollectionRoutes(
      Database database,
      Templates templates,
      Frames frames,
      Answers answers,
      String title,
      String baseUrl) {
    this.database = database;
    this.templates = templates;
    this.frames = frames;
    this.answers = answers;
    this.title = title;
    this.baseUrl = baseUrl;
  }

  /** Adds them. */
  void add(RoutesConfig routes, ArticleStore articles, ExportApi export) {
    Collections collections = new Collections(database);
    CollectionChanges changes = new CollectionChanges(database);
    CollectionPages pages = new CollectionPages(collections, changes, templates, frames, answers);
    Routes.get(routes, "/collections", pages::list, Role.READER);
    Routes.get(routes, ONE, pages::one, Role.READER);
    CollectionFeeds feeds = new CollectionFeeds(collections, answers, title, baseUrl);
    Routes.get(routes, ONE + "/feed.atom", feeds::atom, Role.READER);
    Routes.get(routes, ONE + "/feed.json", feeds::json, Role.READER);
    routes.post("/collections", pages::make, Role.EDITOR);
    routes.post(ONE + "/name", pages::rename, Role.EDITOR);
    routes.post(ONE + "/delete", pages::delete, Role.EDITOR);
    routes.post(ONE + "/articles/{article}/take-out", pages::takeOut, Role.EDITOR);
    CollectPage collect =
        new CollectPage(articles, collections, changes, templates, frames, answers);
    Routes.get(routes, "/articles/{id}/collections", collect::show, Role.EDITOR);
    routes.post("/articles/{id}/collections", collect::put, Role.EDITOR);
    CollectionsApi api = new CollectionsApi(collections, changes, answers, baseUrl);
    Routes.get(routes, "/api/collections", api::list, Role.READER);
    Routes.get(routes, "/api" + ONE, api::one, Role.READER);
    Routes.get(routes, "/api" + ONE + "/articles", api::articles, Role.READER);
    Routes.get(routes, "/api" + ONE + "/articles/{article}", api::article, Role.READER);
    Routes.get(
        routes,
        "/api" + ONE + "/export/{format}",
        new CollectionExport(collections, export, baseUrl, answers)::send,
        Role.READER);
    routes.post("/api/collections", api::make, Role.EDITOR);
    routes.patch("/api" + ONE, api::rename, Role.EDITOR);
    routes.delete("/api" + ONE, api::delete, Role.EDITOR);
    routes.put("/api" + ONE + "/articles/{article}", api::put, Role.EDITOR);
    routes.delete("/api" + ONE + "/articles/{article}", api::takeOut, Role.EDITOR);
  }
}
