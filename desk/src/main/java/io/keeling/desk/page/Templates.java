package io.keeling.desk.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.keeling.desk.access.Caller;
import io.keeling.desk.web.Conditional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The page templates, compiled into the jar. Threads may share it. */
public final class Templates {

  private static final String HTML = "text/html; charset=utf-8";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "io.keeling.desk.templates");

  /**
   * Sends a page, or 304 if it has not changed.
   *
   * @param template the template's file name
   * @param view its only parameter
   */
  public void send(Context context, String template, Object view) {
    Conditional.send(context, render(template, view), HTML);
    if (Caller.of(context).signedIn()) {
      context.header("Cache-Control", "private, no-cache");
    }
  }

  /** Sends a page that must not be cached. */
  public void sendOnce(Context context, String template, Object view) {
    context.contentType(HTML).result(render(template, view));
  }

  byte[] render(String template, Object view) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template, view, output);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
    try {
      output.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
