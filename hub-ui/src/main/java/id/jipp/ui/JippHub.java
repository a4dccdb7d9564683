package id.jipp.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import id.jipp.ui.bench.Bench;
import id.jipp.ui.command.ParcelCommand;
import id.jipp.ui.command.VerifyCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One hub of the network, as a program. */
@SpringBootApplication(scanBasePackages = "id.jipp")
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class JippHub implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icon.svg", "any");
    }

    /** Without a command it is a hub until it is ended; {@code bench …}, {@code verify …} and {@code parcel …} do that and end. */
    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "" : args[0];
        switch (command) {
            case "verify" ->
                System.exit(VerifyCommand.main(java.util.Arrays.copyOfRange(args, 1, args.length), System.out));
            case "parcel" ->
                System.exit(ParcelCommand.main(java.util.Arrays.copyOfRange(args, 1, args.length), System.out));
            case "bench" -> System.exit(Bench.main(java.util.Arrays.copyOfRange(args, 1, args.length)));
            default -> HubProcess.run(args);
        }
    }
}
