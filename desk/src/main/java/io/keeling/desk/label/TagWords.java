package io.keeling.desk.label;

import io.keeling.contract.correction.CorrectedTag;
import org.jspecify.annotations.Nullable;

/** Describes tag corrections in one language. Immutable; threads may share it. */
public final class TagWords {

  private final Labels labels;

  public TagWords(Labels labels) {
    this.labels = labels;
  }

  /** A tag in words, such as "Topic: Coal". */
  public String tag(CorrectedTag tag, @Nullable String subject) {
    String kind = labels.messages().of("correction.tag." + tag.code());
    return subject == null
        ? kind
        : labels
            .messages()
            .of("correction.subject", "kind", kind, "subject", subject(tag, subject));
  }

  private String subject(CorrectedTag tag, String subject) {
    return switch (tag) {
      case TOPIC -> labels.topic(subject);
      case COUNTRY -> labels.country(subject);
      default -> subject;
    };
  }

  /** A correction in words, such as "wrong" or "only mentioned". */
  public String says(CorrectedTag tag, String says) {
    return labels
        .messages()
        .find("correction.says." + tag.code() + "-" + says)
        .orElseGet(() -> labels.messages().find("correction.says." + says).orElse(says));
  }
}
