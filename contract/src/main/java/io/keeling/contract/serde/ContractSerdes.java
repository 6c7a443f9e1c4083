package io.keeling.contract.serde;

import io.keeling.contract.article.Article;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.source.Source;

/** One shared serde for each record of the contract. Threads may share them. */
public final class ContractSerdes {

  public static final JsonSerde<Source> SOURCE = new JsonSerde<>(Source.class, "source/1");
  public static final JsonSerde<FetchRequest> FETCH_REQUEST =
      new JsonSerde<>(FetchRequest.class, "fetch-request/1");
  public static final JsonSerde<Removal> REMOVAL = new JsonSerde<>(Removal.class, "removal/1");
  public static final JsonSerde<TagCorrection> TAG_CORRECTION =
      new JsonSerde<>(TagCorrection.class, "tag-correction/1");
  public static final JsonSerde<Article> ARTICLE = new JsonSerde<>(Article.class, "article/1");
  public static final JsonSerde<EnrichedArticle> ENRICHED_ARTICLE =
      new JsonSerde<>(EnrichedArticle.class, "enriched-article/1");
  public static final JsonSerde<DeadLetter> DEAD_LETTER =
      new JsonSerde<>(DeadLetter.class, "dead-letter/1");

  private ContractSerdes() {}
}
