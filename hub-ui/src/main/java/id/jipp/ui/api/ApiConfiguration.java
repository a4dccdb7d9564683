package id.jipp.ui.api;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What stands around the API's controllers: limits, repeats, and an answer for addresses it does not have. */
@Configuration
class ApiConfiguration implements WebMvcConfigurer {
    private static final int BEHIND_SECURITY = 0;
    private static final int BEHIND_CONTROLLERS = 100;

    private final RateLimits limits;

    ApiConfiguration(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limits).addPathPatterns("/api/v1/**");
    }

    @Bean
    MultipartConfigElement boundOfForms() {
        return BodyBound.ofForms();
    }

    /** The container takes small forms apart; those with files of a seminar are read as they come. */
    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return !BodyBound.isStream(request) && super.isMultipart(request);
            }
        };
    }

    @Bean
    FilterRegistrationBean<BodyBound> bodyBoundBehindSecurity(BodyBound bound) {
        var registration = new FilterRegistrationBean<>(bound);
        registration.setOrder(BEHIND_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RepeatedCalls> repeatedCallsBehindSecurity(RepeatedCalls repeats) {
        var registration = new FilterRegistrationBean<>(repeats);
        registration.addUrlPatterns("/api/v1/*");
        registration.setOrder(BEHIND_SECURITY + 1);
        return registration;
    }

    /** Behind the controllers and before Vaadin, which would answer any address with its start page. */
    @Bean
    SimpleUrlHandlerMapping unknownApiAddresses(ApiErrors errors) {
        HttpRequestHandler unknown = (request, response) -> errors.write(request, response, Refusal.unknown(""));
        return new SimpleUrlHandlerMapping(Map.of("/api/**", unknown), BEHIND_CONTROLLERS);
    }
}
