import java.nio.file.Files;
import java.util.List;
import org.example.desk.ApiClient;
import org.example.desk.ApiException;
import org.example.desk.api.ArticlesApi;
import org.example.desk.api.ExportsApi;
import org.example.desk.api.FeedsApi;
import org.example.desk.model.ArticlePage;
import org.example.desk.model.EnrichedArticle;

/** Reads a desk by a client that was generated from its OpenAPI document. */
final class ReadDesk {

  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    ArticlesApi articles = new ArticlesApi(client);

    ArticlePage page = list(articles, null);
    System.out.println("found " + page.getTotal() + ": " + page.getItems().get(0).getTitle());
    ArticlePage next = list(articles, page.getNext());
    System.out.println("next " + next.getItems().get(0).getTitle());

    String id = next.getItems().get(0).getId();
    EnrichedArticle article =
        articles.getArticle(ArticlesApi.APIGetArticleRequest.newBuilder().id(id).build());
    System.out.println(
        "article " + article.getTitle() + ", " + article.getTopics().get(0).getGrade()
            + " " + article.getTopics().get(0).getId() + ", " + article.getNames().get(0).getType());
    System.out.println(
        "cited as " + articles.citeArticle(
            ArticlesApi.APICiteArticleRequest.newBuilder().id(id).build()).getPermalink());
    System.out.println(
        "versions " + articles.listVersions(
            ArticlesApi.APIListVersionsRequest.newBuilder().id(id).build()).getItems().size());
    System.out.println(
        "facet " + articles.countFacets(
            ArticlesApi.APICountFacetsRequest.newBuilder().q("flood").build())
                .get("topic").get(0).getCount());
    System.out.println(
        "trend " + articles.showTrend(
            ArticlesApi.APIShowTrendRequest.newBuilder().step("day").build())
                .getItems().get(0).getStart());
    System.out.println(
        "completed " + articles.complete(
            ArticlesApi.APICompleteRequest.newBuilder().begins("mar").build())
                .getItems().get(0).getValue());
    System.out.println(
        "lines " + Files.readAllLines(new ExportsApi(client).exportTable(
            ExportsApi.APIExportTableRequest.newBuilder().topic(List.of("coal", "heat")).build())
                .toPath()).size());
    System.out.println(
        "feed " + new FeedsApi(client).jsonFeed(
            FeedsApi.APIJsonFeedRequest.newBuilder().q("flood").build())
                .getItems().get(0).getTitle());
    try {
      articles.listArticles(ArticlesApi.APIListArticlesRequest.newBuilder().q("topic:").build());
    } catch (ApiException e) {
      System.out.println("refused " + e.getCode());
    }
  }

  private static ArticlePage list(ArticlesApi articles, String cursor) throws ApiException {
    return articles.listArticles(
        ArticlesApi.APIListArticlesRequest.newBuilder()
            .q("flood").topic(List.of("coal", "heat")).sort("newest").limit(1).cursor(cursor)
            .build());
  }
}
