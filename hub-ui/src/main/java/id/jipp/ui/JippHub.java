package id.jipp.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One hub of the network, as a program. */
@SpringBootApplication(scanBasePackages = "id.jipp")
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class JippHub implements AppShellConfigurator {
    public static void main(String[] args) {
        SpringApplication.run(JippHub.class, args);
    }
}
