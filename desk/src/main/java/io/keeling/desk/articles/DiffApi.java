package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.articles.diff.ArticleDiff;
import io.keeling.desk.articles.diff.ChangeLine;
import io.keeling.desk.articles.diff.Remark;
import io.keeling.desk.articles.diff.Row;
import io.keeling.desk.articles.store.ComparisonStore;
import io.keeling.desk.messages.Languages;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/articles/{id}/diff}: compares two versions of an article. Threads may share it.
 */
public final class DiffApi implements Handler {

  public static final String FROM = "from";

  public static final String TO = "to";

  /**
   * The answer.
   *
   * @param summary what changed, in one line of English
   */
  record Answer(
      ArticleDiff.Side before,
      ArticleDiff.Side after,
      String summary,
      List<Remark> remarks,
      List<ArticleDiff.Field> fields,
      List<Row> paragraphs) {}

  private final ComparisonStore comparisons;

  public DiffApi(ComparisonStore comparisons) {
    this.comparisons = comparisons;
  }

  @Override
  public void handle(Context context) {
    ArticleDiff diff =
        comparisons
            .find(context.pathParam("id"), version(context, FROM), version(context, TO))
            .orElseThrow(Failure.VERSION_UNKNOWN::exception)
            .diff();
    JsonAnswer.send(
        context,
        new Answer(
            diff.before(),
            diff.after(),
            ChangeLine.of(diff.remarks(), Languages.ENGLISH),
            diff.remarks(),
            diff.fields(),
            diff.paragraphs()));
  }

  /**
   * The version that a parameter names; null if the parameter is missing or empty. Forms send empty
   * parameters.
   */
  public static @Nullable String version(Context context, String parameter) {
    String version = context.queryParam(parameter);
    return version == null || version.isBlank() ? null : version.strip();
  }
}
