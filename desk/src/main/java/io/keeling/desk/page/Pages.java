package io.keeling.desk.page;

import io.javalin.http.Context;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.web.Answers;
import io.keeling.search.query.Filters;

/**
 * What every page is made with: its template, the frame around it, and an answer where there is
 * nothing to show. Immutable and safe to share between threads.
 */
public record Pages(Templates templates, Frames frames, Answers answers) {

  /** Answers with a page, as {@link Templates#send} does. */
  public void send(Context context, String template, Object view) {
    templates.send(context, template, view);
  }

  /** Answers with a page that is not to be kept. */
  public void sendOnce(Context context, String template, Object view) {
    templates.sendOnce(context, template, view);
  }

  /** The frame of a page that shows some filters; a search from it keeps them. */
  public Frame frame(Context context, Messages messages, Filters filters) {
    return frames.of(context, messages, filters);
  }

  /** The frame of a page without filters of its own; a search from it finds climate news. */
  public Frame frame(Context context, Messages messages) {
    return frames.of(context, messages);
  }
}
