package id.jipp.ui.open;

import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.security.PagePolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The addresses that are one thing for the public and another for who is signed in. A router function that does not
 * match leaves the request to the next mapping, so everything else at the same address stays Vaadin's: its own POSTs,
 * its {@code v-r} requests, and all of a person who is signed in.
 */
@Configuration
class OpenRoutes implements WebMvcConfigurer {
    private final LanguageChoice languageChoice;

    OpenRoutes(LanguageChoice languageChoice) {
        this.languageChoice = languageChoice;
    }

    @Bean
    RouterFunction<ServerResponse> openPages(
            CurrentPerson current, CataloguePage catalogue, RecordPage record, SeminarPages seminars) {
        RequestPredicate open = methods(HttpMethod.GET, HttpMethod.HEAD)
                .and(request -> request.param("v-r").isEmpty() && current.find().isEmpty());
        return RouterFunctions.route()
                .route(path("/").and(open), catalogue::home)
                .route(path("/inovasi").and(open), catalogue::list)
                .route(path("/inovasi/{id}").and(open), record::show)
                .route(path("/seminar").and(open), seminars::list)
                .route(path(PagePolicy.SEMINAR).and(open), seminars::show)
                .build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(languageChoice)
                .addPathPatterns("/", "/inovasi", "/inovasi/*", "/seminar", "/seminar/*", "/login");
    }

    /** On a slow line the style and the font come once. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/fonts/**")
                .addResourceLocations("classpath:/META-INF/resources/fonts/")
                .setCacheControl(
                        CacheControl.maxAge(java.time.Duration.ofDays(30)).cachePublic());
        registry.addResourceHandler("/open.css")
                .addResourceLocations("classpath:/META-INF/resources/")
                .setCacheControl(
                        CacheControl.maxAge(java.time.Duration.ofHours(1)).cachePublic());
    }
}
