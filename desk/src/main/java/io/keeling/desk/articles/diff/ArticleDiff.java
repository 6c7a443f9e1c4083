package io.keeling.desk.articles.diff;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.articles.diff.Remark.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two versions of an article, or of two articles of the same story. Immutable;
 * threads may share it.
 *
 * @param before the earlier version or article
 * @param after the later version or article
 * @param remarks what changed, the most important first; empty if no word changed
 * @param fields headline, standfirst, correction note, authors and dates, except fields that both
 *     lack
 * @param paragraphs the text of both
 */
public record ArticleDiff(
    Side before, Side after, List<Remark> remarks, List<Field> fields, List<Row> paragraphs) {

  public ArticleDiff {
    remarks = List.copyOf(remarks);
    fields = List.copyOf(fields);
    paragraphs = List.copyOf(paragraphs);
  }

  public record Side(String id, String version, int revision, Instant fetchedAt) {}

  /**
   * A field other than the text.
   *
   * @param field its name in the contract
   * @param pieces its words
   */
  public record Field(String field, List<Piece> pieces) {
    public boolean changed() {
      return pieces.stream().anyMatch(piece -> !piece.same());
    }
  }

  public static ArticleDiff of(EnrichedArticle before, EnrichedArticle after) {
    List<Field> fields = fields(before.article(), after.article());
    List<Row> rows = TextDiff.of(before.article().text(), after.article().text());
    return new ArticleDiff(
        side(before), side(after), remarks(before, after, fields, rows), fields, rows);
  }

  private static Side side(EnrichedArticle enriched) {
    Article article = enriched.article();
    return new Side(article.id(), article.version(), enriched.revision(), article.fetchedAt());
  }

  private static List<Field> fields(Article before, Article after) {
    List<Field> fields = new ArrayList<>();
    add(fields, "title", before.title(), after.title());
    add(fields, "subtitle", before.subtitle(), after.subtitle());
    add(fields, "correctionNote", before.correctionNote(), after.correctionNote());
    add(fields, "authors", String.join(", ", before.authors()), String.join(", ", after.authors()));
    addWhole(fields, "publishedAt", before.publishedAt(), after.publishedAt());
    addWhole(fields, "modifiedAt", before.modifiedAt(), after.modifiedAt());
    return fields;
  }

  private static void add(
      List<Field> fields, String name, @Nullable String before, @Nullable String after) {
    List<Piece> pieces = WordDiff.of(before == null ? "" : before, after == null ? "" : after);
    if (!pieces.isEmpty()) {
      fields.add(new Field(name, pieces));
    }
  }

  /** Adds a field that is compared as a whole, such as a date. */
  private static void addWhole(
      List<Field> fields, String name, @Nullable NewsDate before, @Nullable NewsDate after) {
    List<Piece> pieces = new ArrayList<>();
    if (before != null && !before.equals(after)) {
      pieces.add(new Piece(Piece.Kind.REMOVED, before.toString()));
    }
    if (after != null) {
      pieces.add(
          new Piece(after.equals(before) ? Piece.Kind.SAME : Piece.Kind.ADDED, after.toString()));
    }
    if (!pieces.isEmpty()) {
      fields.add(new Field(name, List.copyOf(pieces)));
    }
  }

  private static List<Remark> remarks(
      EnrichedArticle before, EnrichedArticle after, List<Field> fields, List<Row> rows) {
    List<Remark> remarks = new ArrayList<>();
    for (Field field : fields) {
      if (field.field().equals("title") || field.field().equals("subtitle")) {
        remarks.addAll(Figures.of(field.pieces()));
      }
      if (field.changed()) {
        switch (field.field()) {
          case "title" -> remarks.add(Remark.of(Kind.TITLE));
          case "subtitle" -> remarks.add(Remark.of(Kind.SUBTITLE));
          case "correctionNote" -> remarks.add(note(after.article().correctionNote()));
          case "publishedAt" -> remarks.add(Remark.of(Kind.PUBLISHED));
          default -> {}
        }
      }
    }
    rows.forEach(row -> remarks.addAll(Figures.of(row.pieces())));
    remarks.addAll(Quotes.compare(before, after));
    authors(remarks, before.article().authors(), after.article().authors());
    count(remarks, rows, Row.Kind.REMOVED, Kind.PARAGRAPHS_REMOVED);
    count(remarks, rows, Row.Kind.ADDED, Kind.PARAGRAPHS_ADDED);
    count(remarks, rows, Row.Kind.MOVED, Kind.PARAGRAPHS_MOVED);
    count(remarks, rows, Row.Kind.CHANGED, Kind.PARAGRAPHS_CHANGED);
    // The sort is stable, so remarks of one kind keep the order of the text.
    return remarks.stream().distinct().sorted(Comparator.comparing(Remark::kind)).toList();
  }

  private static Remark note(@Nullable String note) {
    return note == null ? Remark.of(Kind.CORRECTION_NOTE_REMOVED) : Remark.noted(note);
  }

  private static void authors(List<Remark> remarks, List<String> before, List<String> after) {
    before.stream()
        .filter(author -> !after.contains(author))
        .forEach(author -> remarks.add(Remark.by(Kind.AUTHOR_REMOVED, author)));
    after.stream()
        .filter(author -> !before.contains(author))
        .forEach(author -> remarks.add(Remark.by(Kind.AUTHOR_ADDED, author)));
  }

  private static void count(List<Remark> remarks, List<Row> rows, Row.Kind of, Kind kind) {
    int count = (int) rows.stream().filter(row -> row.kind() == of).count();
    if (count > 0) {
      remarks.add(Remark.counted(kind, count));
    }
  }
}
