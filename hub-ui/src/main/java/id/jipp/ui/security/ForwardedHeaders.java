package id.jipp.ui.security;

import org.apache.catalina.core.StandardContext;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the security headers reach the pages of the app. They come by a forward, after which Tomcat 11 ends the answer
 * behind Spring Security's back, without them (spring-security#19457); this is how Tomcat 10 did it.
 */
@Configuration(proxyBeanMethods = false)
class ForwardedHeaders {
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> headersOfForwardedAnswers() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context instanceof StandardContext tomcat) {
                tomcat.setSuspendWrappedResponseAfterForward(false);
            }
        });
    }
}
