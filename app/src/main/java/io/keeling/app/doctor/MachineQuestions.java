package io.keeling.app.doctor;

import io.keeling.app.annotate.ModelMemory;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.failure.UserException;
import io.keeling.app.role.RoleName;
import io.keeling.app.taxonomy.ConfiguredTaxonomy;
import io.keeling.enrich.Enrich;
import io.keeling.enrich.taxonomy.TaxonomyException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks of this machine and its settings. Immutable; threads may share it. */
final class MachineQuestions {

  /** Time limit for access to files, so that a network drive that hangs is reported. */
  private static final Duration QUICK = Duration.ofSeconds(10);

  /** Time limit for loading the taxonomy or models: an idle machine needs seconds. */
  private static final Duration LOADING = Duration.ofSeconds(60);

  private static final long GIB = 1L << 30;

  /** Free space below which an operator is warned: growing state needs days to fill it. */
  private static final long LITTLE_SPACE = 5 * GIB;

  /** Free space below which the check fails: RocksDB's next compaction may need it. */
  private static final long NO_SPACE = GIB;

  private final KeelingConfig config;
  private final Set<RoleName> roles;
  private final boolean here;

  /**
   * @param here whether the roles are known to run on this machine; if not, a missing directory may
   *     belong to a role that runs elsewhere
   */
  MachineQuestions(KeelingConfig config, Set<RoleName> roles, boolean here) {
    this.config = config;
    this.roles = roles;
    this.here = here;
  }

  List<Question> all() {
    List<Question> questions = new ArrayList<>();
    if (roles.contains(RoleName.INGEST)) {
      questions.add(new Question("contact", QUICK, this::contact));
    }
    for (RoleName role : RoleName.values()) {
      if (roles.contains(role)) {
        role.state(config)
            .ifPresent(state -> questions.add(state(state.setting(), state.directory())));
      }
    }
    if (roles.contains(RoleName.ENRICH)) {
      questions.add(Question.work("taxonomy", LOADING, this::taxonomy));
      questions.add(Question.work("models", LOADING, this::models));
    }
    return questions;
  }

  private List<Finding> contact() {
    String contact = config.ingest().politeness().contact();
    return List.of(
        contact.isEmpty()
            ? Finding.warn(
                "contact",
                "the user agent names no contact. Set ingest.politeness.contact to a page or"
                    + " mailbox"
                    + " where the people whose sites you read can reach you")
            : Finding.ok("contact", config.ingest().politeness().userAgent()));
  }

  private Question state(String setting, Path directory) {
    return new Question(
        "state",
        QUICK,
        () ->
            List.of(
                here || Files.exists(directory)
                    ? directory(setting, directory)
                    : Finding.ok(
                        "state", setting + ": not used here, " + directory + " is not there")));
  }

  static Finding directory(String setting, Path directory) throws IOException {
    Path place = directory.toAbsolutePath();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    if (!Files.isDirectory(place) || !Files.isWritable(place)) {
      return Finding.fail(
          "state",
          "%s: this user cannot write to %s. Let it write there, or set another directory"
              .formatted(setting, place));
    }
    FileStore store = Files.getFileStore(place);
    long free = store.getUsableSpace();
    String line =
        "%s: %s, %.1f GiB free of %.1f"
            .formatted(
                setting, directory, free / (double) GIB, store.getTotalSpace() / (double) GIB);
    if (free < NO_SPACE) {
      return Finding.fail("state", line + ". Make room: state that cannot grow stops the role");
    }
    return free < LITTLE_SPACE
        ? Finding.warn("state", line + ". Make room before it fills")
        : Finding.ok("state", line);
  }

  private List<Finding> taxonomy() {
    Path file = config.enrich().taxonomy();
    int topics = ConfiguredTaxonomy.read(file).topics().size();
    return List.of(
        Finding.ok(
            "taxonomy",
            "%d topics, %s".formatted(topics, file == null ? "Keeling's own" : file.toString())));
  }

  private List<Finding> models() {
    Optional<Finding> leftOut = modelsLeftOut(Runtime.getRuntime().maxMemory());
    if (leftOut.isPresent()) {
      return List.of(leftOut.get());
    }
    try {
      return List.of(
          Finding.ok("models", "loaded: " + Enrich.resources(config.enrich()).version()));
    } catch (TaxonomyException e) {
      UserException refusal = ConfiguredTaxonomy.refusal(e);
      return List.of(Finding.fail("models", String.valueOf(refusal.getMessage())));
    }
  }

  /** Returns a finding if the models do not fit into the heap, as in the container of a role. */
  static Optional<Finding> modelsLeftOut(long heap) {
    return heap >= ModelMemory.BYTES
        ? Optional.empty()
        : Optional.of(
            Finding.ok(
                "models",
                "not loaded: they need %d MiB and this command has %d; enrich loads them at its start"
                    .formatted(ModelMemory.BYTES / ModelMemory.MIB, heap / ModelMemory.MIB)));
  }
}
