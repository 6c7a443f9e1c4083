package io.keeling.enrich.lexicon;

import io.keeling.enrich.words.TermMatch;
import io.keeling.enrich.words.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Decides which matches in one article count. A match does not count if a phrase with another sense
 * covers it, or if the context that it requires is missing. If matches of one topic overlap, the
 * one that begins first counts; of those, the longest, then the heaviest. For one article and one
 * thread.
 */
final class LexiconReading {

  /** Maximum distance between a term and its context, in words: about a sentence. */
  static final int NEAR = 15;

  private final List<LexiconTerm> terms;
  private final int topics;
  private final List<Word> words;
  private final int titleWords;
  private final Map<Integer, List<Integer>> positions = new HashMap<>();
  private final Map<Integer, int[]> hidden = new HashMap<>();
  private final BitSet counted = new BitSet();

  LexiconReading(List<LexiconTerm> terms, int topics, List<Word> words, int titleWords) {
    this.terms = terms;
    this.topics = topics;
    this.words = words;
    this.titleWords = titleWords;
  }

  LexiconHits read(List<TermMatch> matches) {
    List<List<TermMatch>> speaking = new ArrayList<>();
    // One list for climate change, one for each topic, one for the mentions of each topic.
    for (int i = 0; i <= 2 * topics; i++) {
      speaking.add(new ArrayList<>());
    }
    for (TermMatch match : matches) {
      if (match.first() < titleWords && match.end() > titleWords) {
        continue;
      }
      LexiconTerm term = terms.get(match.term());
      switch (term.role()) {
        case SPEAKS -> speaking.get(term.owner() + 1).add(match);
        case HIDES -> hide(term.owner(), match);
        case COMPANY ->
            positions.computeIfAbsent(match.term(), t -> new ArrayList<>()).add(match.first());
      }
    }
    List<List<Hit>> hits = new ArrayList<>();
    for (int owner = LexiconTerm.CLIMATE; owner < 2 * topics; owner++) {
      hits.add(counting(speaking.get(owner + 1), owner));
    }
    List<Word> unmasked = unmasked();
    return new LexiconHits(
        unmasked.subList(0, titleWords),
        unmasked.subList(titleWords, unmasked.size()),
        hits.get(0),
        hits.subList(1, topics + 1),
        hits.subList(topics + 1, hits.size()));
  }

  /** Records, for each covered word, the length of the longest phrase that covers it. */
  private void hide(int owner, TermMatch match) {
    int[] lengths = hidden.computeIfAbsent(owner, o -> new int[words.size()]);
    for (int i = match.first(); i < match.end(); i++) {
      lengths[i] = Math.max(lengths[i], match.length());
    }
  }

  /**
   * Returns the words. Those that belong to a phrase with another sense, and to no term that
   * counts, are masked.
   */
  private List<Word> unmasked() {
    int[] lengths = hidden.get(LexiconTerm.EVERYTHING);
    if (lengths == null) {
      return words;
    }
    List<Word> unmasked = new ArrayList<>(words);
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] > 0 && !counted.get(i)) {
        unmasked.set(i, words.get(i).masked());
      }
    }
    return unmasked;
  }

  /**
   * Orders by start, then the longest in words. Of several terms that match the same words, the
   * heaviest comes first, then the one with the longest prefix: "kohlendioxidausstoß*" before
   * "kohlendioxid*".
   */
  private Comparator<TermMatch> surestFirst() {
    Comparator<TermMatch> mostWords = Comparator.comparingInt(TermMatch::length);
    Comparator<TermMatch> heaviest =
        Comparator.comparingDouble(match -> terms.get(match.term()).weight());
    Comparator<TermMatch> longest =
        Comparator.comparingInt(match -> terms.get(match.term()).lengthOfBeginning());
    return Comparator.comparingInt(TermMatch::first)
        .thenComparing(mostWords.thenComparing(heaviest).thenComparing(longest).reversed());
  }

  private List<Hit> counting(List<TermMatch> matches, int owner) {
    matches.sort(surestFirst());
    List<Hit> hits = new ArrayList<>();
    BitSet taken = new BitSet();
    for (TermMatch match : matches) {
      int free = taken.nextSetBit(match.first());
      if ((free < 0 || free >= match.end()) && counts(match, owner)) {
        taken.set(match.first(), match.end());
        // The categorizer's input must not depend on terms that it was not trained with.
        if (owner < topics) {
          counted.set(match.first(), match.end());
        }
        hits.add(hit(match));
      }
    }
    return hits;
  }

  private Hit hit(TermMatch match) {
    LexiconTerm term = terms.get(match.term());
    return new Hit(
        term.text(),
        term.weight(),
        match.first() < titleWords,
        words.get(match.first()).start(),
        words.get(match.end() - 1).end(),
        text(near(term.near(), match)),
        text(anywhere(term.with())));
  }

  private @Nullable String text(OptionalInt term) {
    return term.isPresent() ? terms.get(term.getAsInt()).text() : null;
  }

  private boolean counts(TermMatch match, int owner) {
    LexiconTerm term = terms.get(match.term());
    return !covered(match, owner)
        && !covered(match, LexiconTerm.EVERYTHING)
        && term.writtenLike(words, match.first())
        && (term.near().length == 0 || near(term.near(), match).isPresent())
        && (term.with().length == 0 || anywhere(term.with()).isPresent())
        && near(term.unless(), match).isEmpty();
  }

  /**
   * Whether a hiding phrase of at least the match's length covers the end of the match. A phrase
   * that ends earlier hides nothing, since the last word is the head: "current climate" in "the
   * current climate crisis".
   */
  private boolean covered(TermMatch match, int owner) {
    int[] lengths = hidden.get(owner);
    return lengths != null && lengths[match.end() - 1] >= match.length();
  }

  /** The first of these context phrases that occurs in the article. */
  private OptionalInt anywhere(int[] company) {
    return Arrays.stream(company).filter(positions::containsKey).findFirst();
  }

  /** The first of these context phrases that occurs near a match. */
  private OptionalInt near(int[] company, TermMatch match) {
    for (int term : company) {
      if (isNear(positions.getOrDefault(term, List.of()), match)) {
        return OptionalInt.of(term);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isNear(List<Integer> places, TermMatch match) {
    int at = Collections.binarySearch(places, match.first() - NEAR);
    for (int i = at < 0 ? -at - 1 : at; i < places.size(); i++) {
      int place = places.get(i);
      if (place > match.end() + NEAR) {
        return false;
      }
      // A term does not count as its own context.
      if (place < match.first() || place >= match.end()) {
        return true;
      }
    }
    return false;
  }
}
