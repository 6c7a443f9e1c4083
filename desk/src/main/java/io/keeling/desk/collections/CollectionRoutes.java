package io.keeling.desk.collections;

import io.keeling.desk.access.Role;
import io.keeling.desk.articles.export.ExportApi;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Routes;
import java.util.List;

/** The routes of collections. */
public final class CollectionRoutes {

  private static final String ONE = "/collections/{id}";

  /** Maximum number of collections that an article page names. */
  private static final int MOST_NAMED = 10;

  private final Services services;
  private final Collections collections;

  public CollectionRoutes(Services services) {
    this.services = services;
    this.collections = new Collections(services.database());
  }

  /** Links to the collections of an article. */
  public List<Link> of(String article) {
    return collections.of(article, MOST_NAMED).stream()
        .map(one -> new Link(one.name(), one.page(), false))
        .toList();
  }

  public void add(Routes routes, ExportApi export) {
    CollectionChanges changes = new CollectionChanges(services.database());
    CollectionPages pages = new CollectionPages(collections, changes, services.pages());
    routes.get("/collections", pages::list, Role.READER);
    routes.get(ONE, pages::one, Role.READER);
    CollectionFeeds feeds = new CollectionFeeds(services, collections);
    routes.get(ONE + "/feed.atom", feeds::atom, Role.READER);
    routes.get(ONE + "/feed.json", feeds::json, Role.READER);
    routes.post("/collections", pages::make, Role.EDITOR);
    routes.post(ONE + "/name", pages::rename, Role.EDITOR);
    routes.post(ONE + "/delete", pages::delete, Role.EDITOR);
    routes.post(ONE + "/articles/{article}/take-out", pages::takeOut, Role.EDITOR);
    CollectPage collect = new CollectPage(services, collections, changes);
    routes.get("/articles/{id}/collections", collect::show, Role.EDITOR);
    routes.post("/articles/{id}/collections", collect::put, Role.EDITOR);
    CollectionsApi api = new CollectionsApi(services, collections, changes);
    routes.get("/api/collections", api::list, Role.READER);
    routes.get("/api" + ONE, api::one, Role.READER);
    routes.get("/api" + ONE + "/articles", api::articles, Role.READER);
    routes.get("/api" + ONE + "/articles/{article}", api::article, Role.READER);
    routes.get(
        "/api" + ONE + "/export/{format}",
        new CollectionExport(services, collections, export)::send,
        Role.READER);
    routes.post("/api/collections", api::make, Role.EDITOR);
    routes.patch("/api" + ONE, api::rename, Role.EDITOR);
    routes.delete("/api" + ONE, api::delete, Role.EDITOR);
    routes.put("/api" + ONE + "/articles/{article}", api::put, Role.EDITOR);
    routes.delete("/api" + ONE + "/articles/{article}", api::takeOut, Role.EDITOR);
  }
}
