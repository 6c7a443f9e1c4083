package io.keeling.models.names;

import io.keeling.models.names.features.NameFeatures;
import java.util.Arrays;
import java.util.PriorityQueue;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.SequenceCodec;
import opennlp.tools.util.SequenceValidator;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of a sentence several times as fast as OpenNLP's {@link NameFinderME}, with
 * bit-identical results. The weights of a word's features are looked up once for the word, and the
 * weights that all candidates of the beam search share are summed up once.
 *
 * <p>Not thread-safe.
 */
final class NameDecoder {

  /** Value of {@link #weighedOutcome} before any outcome has been weighed at this word. */
  private static final int NOT_WEIGHED = -1;

  /**
   * Largest sum of weights that is used unchanged: {@code exp} of it, and a sum of such values,
   * must fit a double, which overflows beyond {@code exp(709)}. OpenNLP also uses larger sums
   * unchanged, and then finds no outcome. Only words of about a thousand letters reach them.
   */
  private static final double LARGEST_SUM = 650;

  /** A sequence of outcomes up to a word, linked from the last outcome to the first. */
  private record Candidate(
      @Nullable Candidate before, int outcome, double probability, double score)
      implements Comparable<Candidate> {

    @Override
    public int compareTo(Candidate other) {
      return Double.compare(other.score, score);
    }
  }

  private final FeatureWeights weights;
  private final SentenceEvidence evidence;
  private final SequenceCodec<String> codec;
  private final boolean[][][] allowed;
  private final int outcomes;
  private final int other;
  private final int beam;
  private final double[] shared;
  private final double[] probabilities;
  private final double[] logs;
  private final double[] best;

  /**
   * Last outcome for which probabilities were computed at this word. Candidates that end in the
   * same outcomes share these probabilities.
   */
  private int weighedOutcome;

  private int weighedEarlier;

  /** The lowest of the {@code beam} highest probabilities. */
  private double leastOfBest;

  /**
   * @throws IllegalArgumentException if the model was trained with other features than {@link
   *     NameFeatures#description()}
   */
  NameDecoder(NameModel named) {
    TokenNameFinderModel model = named.model();
    byte[] features = model.getArtifact("generator.featuregen");
    if (!Arrays.equals(features, NameFeatures.description())) {
      throw new IllegalArgumentException(
          "a name model trained with other features than name-features.xml");
    }
    weights = named.weights();
    evidence = new SentenceEvidence(model, weights, named.words());
    codec = model.getFactory().createSequenceCodec();
    outcomes = weights.outcomes();
    other = weights.outcome(NameFinderME.OTHER);
    allowed = allowed(codec.createSequenceValidator());
    String size = model.getManifestProperty(BeamSearch.BEAM_SIZE_PARAMETER);
    beam = size == null ? NameFinderME.DEFAULT_BEAM_SIZE : Integer.parseInt(size);
    shared = new double[outcomes];
    probabilities = new double[outcomes];
    logs = new double[outcomes];
    best = new double[Math.min(beam, outcomes)];
  }

  /** Returns which outcome may follow which: at the first word, the second, and all later ones. */
  private boolean[][][] allowed(SequenceValidator<String> validator) {
    String[] words = {"", "", ""};
    boolean[][][] table = new boolean[words.length][outcomes][outcomes];
    for (int last = 0; last < outcomes; last++) {
      String outcome = weights.outcome(last);
      String[][] before = {{}, {outcome}, {NameFinderME.OTHER, outcome}};
      for (int at = 0; at < words.length; at++) {
        for (int next = 0; next < outcomes; next++) {
          table[at][last][next] =
              validator.validSequence(at, words, before[at], weights.outcome(next));
        }
      }
    }
    return table;
  }

  /** Returns the names in a sentence in order, each with the mean probability of its words. */
  Span[] find(String[] words) {
    Candidate candidate = search(words);
    String[] path = new String[words.length];
    double[] sure = new double[words.length];
    for (int i = words.length - 1; i >= 0 && candidate != null; i--) {
      path[i] = weights.outcome(candidate.outcome());
      sure[i] = candidate.probability();
      candidate = candidate.before();
    }
    Span[] names = codec.decode(Arrays.asList(path));
    for (int i = 0; i < names.length; i++) {
      double sum = 0;
      for (int at = names[i].getStart(); at < names[i].getEnd(); at++) {
        sum += sure[at];
      }
      names[i] = new Span(names[i], sum / names[i].length());
    }
    return names;
  }

  private Candidate search(String[] words) {
    evidence.begin(words);
    PriorityQueue<Candidate> candidates = new PriorityQueue<>();
    PriorityQueue<Candidate> next = new PriorityQueue<>();
    candidates.add(new Candidate(null, other, 1, 0));
    for (int at = 0; at < words.length; at++) {
      for (int taken = 0; taken < beam && !candidates.isEmpty(); taken++) {
        Candidate candidate = candidates.remove();
        if (taken == 0) {
          // As in OpenNLP, all candidates use the features of the best candidate, including its
          // last outcome.
          evidence.sumShared(at, candidate.outcome(), shared);
          weighedOutcome = NOT_WEIGHED;
        }
        weigh(at, candidate);
        extend(at, candidate, next);
      }
      candidates.clear();
      PriorityQueue<Candidate> empty = candidates;
      candidates = next;
      next = empty;
    }
    return candidates.remove();
  }

  /** Computes the probabilities of the next word's outcomes for a candidate. */
  private void weigh(int at, Candidate candidate) {
    int earlier = candidate.before() == null ? other : candidate.before().outcome();
    if (candidate.outcome() == weighedOutcome && earlier == weighedEarlier) {
      return;
    }
    weighedOutcome = candidate.outcome();
    weighedEarlier = earlier;
    System.arraycopy(shared, 0, probabilities, 0, outcomes);
    evidence.addOutcomes(at, candidate.outcome(), earlier, probabilities);
    bound(probabilities);
    double sum = 0;
    for (int i = 0; i < outcomes; i++) {
      probabilities[i] = StrictMath.exp(probabilities[i]);
      sum += probabilities[i];
    }
    for (int i = 0; i < outcomes; i++) {
      probabilities[i] /= sum;
    }
    Arrays.fill(logs, Double.NaN);
    leastOfBest = leastOfBest();
  }

  /** Shifts large sums so that the largest is 0. The probabilities stay the same. */
  private static void bound(double[] sums) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double sum : sums) {
      largest = Math.max(largest, sum);
    }
    if (Math.abs(largest) > LARGEST_SUM) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] -= largest;
      }
    }
  }

  /**
   * Extends a candidate by each of the most probable outcomes, or by any allowed outcome if none of
   * the most probable ones is allowed.
   */
  private void extend(int at, Candidate candidate, PriorityQueue<Candidate> next) {
    extend(at, candidate, leastOfBest, next);
    if (next.isEmpty()) {
      extend(at, candidate, 0, next);
    }
  }

  private double leastOfBest() {
    Arrays.fill(best, 0);
    for (double probability : probabilities) {
      int place = best.length;
      while (place > 0 && best[place - 1] < probability) {
        place--;
      }
      if (place < best.length) {
        System.arraycopy(best, place, best, place + 1, best.length - place - 1);
        best[place] = probability;
      }
    }
    return best[best.length - 1];
  }

  private void extend(int at, Candidate candidate, double least, PriorityQueue<Candidate> next) {
    boolean[] follows = allowed[Math.min(at, allowed.length - 1)][candidate.outcome()];
    for (int i = 0; i < outcomes; i++) {
      if (probabilities[i] >= least && follows[i]) {
        if (Double.isNaN(logs[i])) {
          logs[i] = StrictMath.log(probabilities[i]);
        }
        // OpenNLP drops scores below -100,000, which occur only in sentences that are too long for
        // it anyway.
        next.add(new Candidate(candidate, i, probabilities[i], candidate.score() + logs[i]));
      }
    }
  }
}
