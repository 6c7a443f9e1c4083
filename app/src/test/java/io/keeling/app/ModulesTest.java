package io.keeling.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.keeling.app.pipeline.NewData;
import io.keeling.app.pipeline.Pipeline;
import io.keeling.reader.outline.HtmlTree;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Who may depend on whom: the walls of the house. */
@AnalyzeClasses(packages = "io.keeling", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesTest {

  /** All of the search but what keeps its index. */
  private static final DescribedPredicate<JavaClass> SEARCH =
      resideInAPackage("io.keeling.search..")
          .and(resideOutsideOfPackage("io.keeling.search.lucene.."));

  @ArchTest
  static final ArchRule MODULES_DEPEND_ONLY_ON_WHAT_THEY_MAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.keeling..")
          .layer("contract")
          .definedBy("io.keeling.contract..")
          .layer("runtime")
          .definedBy("io.keeling.runtime..")
          .layer("embedded")
          .definedBy("io.keeling.embedded..")
          .layer("verifier")
          .definedBy("io.keeling.verifier..")
          .layer("newsroom")
          .definedBy("io.keeling.newsroom..")
          .layer("models")
          .definedBy("io.keeling.models..")
          .layer("reader")
          .definedBy("io.keeling.reader..")
          .layer("ingest")
          .definedBy("io.keeling.ingest..")
          .layer("enrich")
          .definedBy("io.keeling.enrich..")
          .layer("storage")
          .definedBy("io.keeling.storage..")
          .layer("backup")
          .definedBy("io.keeling.backup..")
          .layer("sink")
          .definedBy("io.keeling.sink..")
          .layer("search")
          .definedBy(SEARCH)
          .layer("search-lucene")
          .definedBy("io.keeling.search.lucene..")
          .layer("desk")
          .definedBy("io.keeling.desk..")
          .layer("app")
          .definedBy("io.keeling.app..")
          .whereLayer("contract")
          .mayNotAccessAnyLayer()
          .whereLayer("runtime")
          .mayOnlyAccessLayers("contract")
          .whereLayer("embedded")
          .mayNotAccessAnyLayer()
          .whereLayer("verifier")
          .mayOnlyAccessLayers("contract")
          .whereLayer("verifier")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("newsroom")
          .mayNotAccessAnyLayer()
          .whereLayer("models")
          .mayNotAccessAnyLayer()
          .whereLayer("reader")
          .mayOnlyAccessLayers("contract")
          .whereLayer("ingest")
          .mayOnlyAccessLayers("contract", "runtime", "reader")
          .whereLayer("enrich")
          .mayOnlyAccessLayers("contract", "runtime", "models")
          .whereLayer("storage")
          .mayOnlyAccessLayers("runtime")
          .whereLayer("backup")
          .mayOnlyAccessLayers("contract", "runtime", "storage")
          .whereLayer("sink")
          .mayOnlyAccessLayers("contract", "runtime", "storage")
          .whereLayer("search")
          .mayOnlyAccessLayers("contract")
          .whereLayer("search-lucene")
          .mayOnlyAccessLayers("contract", "runtime", "search")
          .whereLayer("search-lucene")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("desk")
          .mayOnlyAccessLayers("contract", "runtime", "storage", "search")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule ONE_MODULE_KNOWS_LUCENE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.keeling.search.lucene..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..")
          .because("another program may find articles: SearchEngine");

  @ArchTest
  static final ArchRule ROLES_DO_WITHOUT_EMBEDDED_SERVERS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.keeling.embedded..")
          .and()
          .doNotBelongToAnyOf(Pipeline.class, NewData.class)
          .and()
          .doNotHaveFullyQualifiedName("io.keeling.app.pipeline.StartingPipeline")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.keeling.embedded..")
          .because("the image leaves them out");

  /** So nothing of it is loaded where it is off; TelemetryTest looks at that package. */
  @ArchTest
  static final ArchRule ONE_PACKAGE_KNOWS_OPENTELEMETRY =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.keeling.app.telemetry..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..")
          .because("it is off by default, and then costs nothing");

  /** jsoup by itself needs quadratic time, or fails, on some of what {@link HtmlTree} lets pass. */
  @ArchTest
  static final ArchRule MARKUP_IS_PARSED_IN_ONE_PLACE =
      noClasses()
          .that()
          .doNotBelongToAnyOf(HtmlTree.class)
          .should()
          .callMethodWhere(
              target(owner(assignableTo(Jsoup.class)))
                  .or(
                      target(owner(assignableTo(Parser.class)))
                          .and(target(nameStartingWith("parse")))))
          .because("HtmlTree bounds what jsoup does not");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("io.keeling.(**)").should().beFreeOfCycles();

  private static final Pattern FEATURE =
      Pattern.compile("io\\.keeling\\.(search\\.lucene|\\w+)\\.(\\w+).*");

  /** The features of each module: their top-level packages, with everything below. */
  private static final SliceAssignment FEATURES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          Matcher matcher = FEATURE.matcher(type.getPackageName());
          return matcher.matches()
              ? SliceIdentifier.of(matcher.group(1), matcher.group(2))
              : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
          return "features of a module";
        }
      };

  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices().assignedFrom(FEATURES).namingSlices("$2 in $1").should().beFreeOfCycles();
}
