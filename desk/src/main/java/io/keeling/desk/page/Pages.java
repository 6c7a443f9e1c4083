package io.keeling.desk.page;

import io.javalin.http.Context;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.web.Answers;
import io.keeling.search.query.Filters;

/**
 * What every page needs: templates, frame, and answers for failures. Immutable; threads may share
 * it.
 */
public record Pages(Templates templates, Frames frames, Answers answers) {

  /** Sends a page, as {@link Templates#send} does. */
  public void send(Context context, String template, Object view) {
    templates.send(context, template, view);
  }

  /** Sends a page that must not be cached. */
  public void sendOnce(Context context, String template, Object view) {
    templates.sendOnce(context, template, view);
  }

  /** The frame of a page with filters. Its search field keeps the filters. */
  public Frame frame(Context context, Messages messages, Filters filters) {
    return frames.of(context, messages, filters);
  }

  /** The frame of a page without filters. Its search field searches climate news. */
  public Frame frame(Context context, Messages messages) {
    return frames.of(context, messages);
  }
}
