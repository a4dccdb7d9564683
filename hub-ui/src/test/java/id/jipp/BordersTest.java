package id.jipp;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.UI;
import id.jipp.core.log.HubLog;
import id.jipp.core.projection.Projection;
import id.jipp.core.projection.Projections;
import id.jipp.core.store.Documents;
import org.junit.jupiter.api.Test;

/** The borders of the house, as in the README's picture. A rule that matches nothing fails. */
class BordersTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages("id.jipp");

    @Test
    void noRoomOfTheCoreLeadsBackToItself() {
        slices().matching("id.jipp.core.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void noRoomOfTheSyncLeadsBackToItself() {
        slices().matching("id.jipp.sync.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void noRoomOfThePagesLeadsBackToItself() {
        slices().matching("id.jipp.ui.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theCoreKnowsNeitherSyncNorPages() {
        noClasses()
                .that()
                .resideInAPackage("id.jipp.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("id.jipp.sync..", "id.jipp.ui..", "com.vaadin..", "org.springframework.web..")
                .check(HOUSE);
    }

    @Test
    void springAndMongoStayAtTheRimOfTheCore() {
        noClasses()
                .that()
                .resideInAPackage("id.jipp.core..")
                .and()
                .haveNameNotMatching(".*\\.(Mongo|EmbeddedMongo)[A-Za-z]*(\\$.*)?")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "de.bwaldvogel..")
                .check(HOUSE);
    }

    @Test
    void luceneStaysInSearch() {
        noClasses()
                .that(not(resideInAnyPackage("id.jipp.core.search..", "id.jipp.ui.bench..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(HOUSE);
    }

    @Test
    void syncKnowsNeitherStoreNorPages() {
        noClasses()
                .that()
                .resideInAPackage("id.jipp.sync..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("id.jipp.ui..", "com.vaadin..", "com.mongodb..", "org.bson..")
                        .or(belongToAnyOf(Documents.class)))
                .check(HOUSE);
    }

    @Test
    void theSyncConversationIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage("id.jipp.sync.protocol..", "id.jipp.sync.session..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "java.net.http..", "java.util.concurrent..")
                .check(HOUSE);
    }

    @Test
    void pagesAskFacadesAndNeverTheLogOrTheStores() {
        noClasses()
                .that()
                .resideInAPackage("id.jipp.ui..")
                .and()
                .resideOutsideOfPackages("id.jipp.ui.command..", "id.jipp.ui.bench..")
                .should()
                .dependOnClassesThat(belongToAnyOf(
                        HubLog.class, Projection.class, Projections.class, Documents.class, Documents.Store.class))
                .check(HOUSE);
    }

    @Test
    void onlyLiveTouchesAScreenFromAnotherThread() {
        noClasses()
                .that()
                .resideInAPackage("id.jipp.ui..")
                .and()
                .resideOutsideOfPackage("id.jipp.ui.live..")
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                        "access(Later|Synchronously)?"))
                        .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                        com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(UI.class)))))
                .check(HOUSE);
    }

    @Test
    void everyRoomSaysWhatItIsAndRefusesNull() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                .check(HOUSE);
    }
}
