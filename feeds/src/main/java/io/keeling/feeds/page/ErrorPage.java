package io.keeling.feeds.page;

import io.javalin.http.Context;
import io.keeling.feeds.web.Failure;

/** Tells people in plain words why there is no better answer. Threads may share it. */
public final class ErrorPage {

  /** What the template shows. */
  public record View(Site site, Failure failure) {}

  private final Templates templates;
  private final Site site;

  public ErrorPage(Templates templates, Site site) {
    this.templates = templates;
    this.site = site;
  }

  /** Shows a failure; the status is set already. */
  public void show(Context context, Failure failure) {
    templates.send(context, "error.jte", new View(site, failure));
  }
}
