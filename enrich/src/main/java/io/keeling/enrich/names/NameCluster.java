package io.keeling.enrich.names;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mentions of one name, while an article's names are merged. For one thread. */
final class NameCluster {

  private record Member(Mention mention, String reason) {}

  private final List<Member> members = new ArrayList<>();
  private final Map<NameType, Integer> types = new EnumMap<>(NameType.class);
  private String text = "";
  private @Nullable String key;
  private @Nullable String uninflected;
  private @Nullable List<String> words;
  private @Nullable NameType type;
  private boolean merged;

  void add(Mention mention, String form, NameType type, String reason) {
    members.add(new Member(mention, reason));
    types.merge(type, 1, Integer::sum);
    this.type = null;
    boolean capitals = DisplayForm.capitals(text);
    boolean better =
        capitals == DisplayForm.capitals(form) ? form.length() > text.length() : capitals;
    if (better) {
      text = form;
      key = null;
      uninflected = null;
      words = null;
    }
  }

  /** Takes over another cluster's mentions but not its type, since this one's form is fuller. */
  void absorb(NameCluster other, String reason) {
    if (other == this || other.merged || merged) {
      return;
    }
    other.members.forEach(m -> members.add(new Member(m.mention(), reason)));
    other.merged = true;
  }

  boolean merged() {
    return merged;
  }

  String text() {
    return text;
  }

  /** The {@link NameForm#key} of its text, cached. */
  String key() {
    if (key == null) {
      key = NameForm.key(text);
    }
    return key;
  }

  /** The {@link NameForm#uninflected} form of its text, cached. */
  String uninflected() {
    if (uninflected == null) {
      uninflected = NameForm.uninflected(text);
    }
    return uninflected;
  }

  /** The {@link NameForm#person} words of its text, cached. */
  List<String> words() {
    if (words == null) {
      words = NameForm.person(text);
    }
    return words;
  }

  int size() {
    return members.size();
  }

  int first() {
    return members.get(0).mention().start();
  }

  /** The offset of the earliest mention, those of merged names included. */
  int earliest() {
    return members.stream().mapToInt(m -> m.mention().start()).min().orElse(0);
  }

  /** Its mentions, those of merged names included. */
  List<Mention> mentions() {
    return members.stream().map(Member::mention).toList();
  }

  /**
   * The type of most mentions. If several types are equally frequent, the first in the order of the
   * enum.
   */
  NameType type() {
    if (type == null) {
      type = typeOfMost();
    }
    return type;
  }

  private NameType typeOfMost() {
    NameType most = null;
    for (Map.Entry<NameType, Integer> entry : types.entrySet()) {
      if (most == null || entry.getValue() > types.getOrDefault(most, 0)) {
        most = entry.getKey();
      }
    }
    return Objects.requireNonNull(most, "a name without mentions");
  }

  /**
   * The merged name.
   *
   * @param display chooses the form to show
   */
  TaggedName toName(DisplayForm display) {
    members.sort(Comparator.comparingInt(m -> m.mention().start()));
    return new TaggedName(
        display.of(text, type()),
        type(),
        members.stream().map(Member::mention).toList(),
        members.stream().map(Member::reason).toList());
  }
}
