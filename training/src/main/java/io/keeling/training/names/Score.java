package io.keeling.training.names;

/** Counts of names: in the marked text, found, and both. Not for sharing between threads. */
final class Score {

  private int wanted;
  private int found;
  private int hits;

  void want() {
    wanted++;
  }

  void find(boolean hit) {
    found++;
    hits += hit ? 1 : 0;
  }

  void add(Score other) {
    wanted += other.wanted;
    found += other.found;
    hits += other.hits;
  }

  int wanted() {
    return wanted;
  }

  double precision() {
    return found == 0 ? 0 : (double) hits / found;
  }

  double recall() {
    return wanted == 0 ? 0 : (double) hits / wanted;
  }

  double f1() {
    return found + wanted == 0 ? 0 : 2.0 * hits / (found + wanted);
  }
}
