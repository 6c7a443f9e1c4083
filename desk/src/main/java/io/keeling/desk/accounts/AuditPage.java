package io.keeling.desk.accounts;

import io.javalin.http.Context;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.label.Dates;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.ReaderLanguage;
import java.util.List;

/** The page of the audit log: who changed what, latest first. Threads may share it. */
public final class AuditPage {

  public static final String PATH = "/audit";

  /**
   * The model of the page's template.
   *
   * @param older the address of older entries, empty if there are none
   */
  public record View(Frame frame, List<AuditLog.Entry> entries, Dates dates, String older) {}

  private final AuditLog audit;
  private final Pages pages;

  public AuditPage(AuditLog audit, Pages pages) {
    this.audit = audit;
    this.pages = pages;
  }

  public void show(Context context) {
    var messages = ReaderLanguage.of(context);
    List<AuditLog.Entry> entries = audit.entries(Forms.number(context.queryParam("before"), 0));
    String older =
        entries.size() < AuditLog.PAGE
            ? ""
            : PATH + "?before=" + entries.get(entries.size() - 1).id();
    context.header("Cache-Control", "no-store");
    pages.sendOnce(
        context,
        "audit.jte",
        new View(pages.frame(context, messages), entries, new Dates(messages), older));
  }
}
