package io.keeling.ingest.frontier.state;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many links of a host wait, and whether those fetched were articles.
 *
 * @param waiting links that wait for their first fetch
 * @param full whether links were left out because too many waited; false again once no more than
 *     half of the allowed number wait
 * @param shapes results of the fetched pages, by {@link LinkShape}
 */
public record HostLinks(int waiting, boolean full, Map<String, Shape> shapes) {

  public static final HostLinks NONE = new HostLinks(0, false, Map.of());

  private static final String OTHERS = "*";

  /**
   * Results of the pages at addresses of one shape.
   *
   * @param barren number of pages without an article since the last article; each page counts only
   *     at its first fetch
   * @param leftOut number of links not followed since the last article
   */
  public record Shape(int barren, int leftOut) {

    public static final Shape NEW = new Shape(0, 0);
  }

  public HostLinks {
    shapes = shapes == null ? Map.of() : Map.copyOf(shapes);
  }

  public HostLinks withWaiting(int count, boolean nowFull) {
    return new HostLinks(Math.max(0, count), nowFull, shapes);
  }

  /**
   * @param most maximum number of shapes stored separately; all other shapes count as one
   */
  public Shape shape(String name, int most) {
    Shape shape = shapes.get(name);
    if (shape == null && shapes.size() >= most) {
      shape = shapes.get(OTHERS);
    }
    return shape == null ? Shape.NEW : shape;
  }

  /**
   * Replaces the results of a shape; a shape that leads to articles is not stored.
   *
   * @param most maximum number of shapes stored separately; all other shapes count as one
   */
  public HostLinks with(String name, Shape shape, int most) {
    Map<String, Shape> changed = new TreeMap<>(shapes);
    String known = shapes.containsKey(name) || shapes.size() < most ? name : OTHERS;
    if (shape.equals(Shape.NEW)) {
      changed.remove(known);
    } else {
      changed.put(known, shape);
    }
    return new HostLinks(waiting, full, changed);
  }
}
