package id.jipp;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing of ours makes Vaadin want a bundle of its own, which would need Node on every machine (decision 008). */
class NoFrontendBuildTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages("id.jipp");

    @Test
    void noPageAsksForAnNpmPackageOrABundledStyle() {
        assertThat(annotated(NpmPackage.class)).isEmpty();
        assertThat(annotated(CssImport.class)).isEmpty();
    }

    @Test
    void everyModuleIsServedAsItIs() {
        List<String> modules = Stream.of(JsModule.class, JavaScript.class)
                .flatMap(type -> HOUSE.stream()
                        .filter(page -> page.isAnnotatedWith(type))
                        .map(page -> page.getAnnotationOfType(type.getName())))
                .map(NoFrontendBuildTest::value)
                .toList();
        assertThat(modules).allMatch(module -> module.startsWith("context://"), "starts with context://");
    }

    private static List<String> annotated(Class<? extends java.lang.annotation.Annotation> type) {
        return HOUSE.stream()
                .filter(page -> page.isAnnotatedWith(type) || page.isAnnotatedWith(type.getName() + "$Container"))
                .map(JavaClass::getName)
                .toList();
    }

    private static String value(JavaAnnotation<?> annotation) {
        return String.valueOf(annotation.get("value").orElse(""));
    }
}
