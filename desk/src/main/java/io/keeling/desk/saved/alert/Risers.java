package io.keeling.desk.saved.alert;

import io.keeling.desk.label.Labels;
import io.keeling.desk.profiles.Rising;
import io.keeling.desk.profiles.RisingStore;
import io.keeling.desk.saved.QueryText;
import io.keeling.search.budget.Budgets;
import io.keeling.search.query.Facet;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds rising subjects among the articles of a search, for its digests; calculated as on the page
 * of rising subjects. Threads may share it.
 */
final class Risers {

  private static final Logger LOG = LoggerFactory.getLogger(Risers.class);

  /** Most risers of all facets together: a few lines below the articles of a digest. */
  private static final int MOST = 5;

  private final RisingStore rising;
  private final QueryParser parser;
  private final Labels labels;
  private final Budgets budgets;

  /**
   * @param parser parses saved queries
   * @param budgets limits the cost of each digest
   */
  Risers(RisingStore rising, QueryParser parser, Labels labels, Budgets budgets) {
    this.rising = rising;
    this.parser = parser;
    this.labels = labels;
    this.budgets = budgets;
  }

  /**
   * The rising subjects; empty if the index does not answer or finding them costs too much, as the
   * articles are sent anyway.
   */
  List<Message.Riser> of(Message message) {
    try {
      return parser.parse(QueryText.parameters(message.query())) instanceof ParsedQuery.Valid valid
          ? of(
              budgets.within(() -> rising.of(valid.query().filters().within(null, null))),
              labels.in(message.alert().words()))
          : List.of();
    } catch (RuntimeException e) {
      LOG.debug("the rising subjects of the message {} are unknown", message.id(), e);
      return List.of();
    }
  }

  private static List<Message.Riser> of(Rising found, Labels spoken) {
    record Scored(Facet facet, Rising.Riser riser) {}
    List<Scored> all = new ArrayList<>();
    found
        .risers()
        .forEach((facet, risers) -> risers.forEach(riser -> all.add(new Scored(facet, riser))));
    return all.stream()
        .sorted(
            Comparator.comparingDouble((Scored each) -> -each.riser().score())
                .thenComparing(each -> each.riser().value()))
        .limit(MOST)
        .map(
            each ->
                new Message.Riser(
                    each.facet().parameter(),
                    each.riser().value(),
                    each.facet() == Facet.NAME
                        ? each.riser().label()
                        : spoken.of(each.facet(), each.riser().value()),
                    each.riser().count(),
                    each.riser().expected()))
        .toList();
  }
}
