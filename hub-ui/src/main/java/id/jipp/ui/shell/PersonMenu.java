package id.jipp.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import id.jipp.ui.text.Preferences;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What a person sets for themselves: language, scheme, ease of reading; and the way out. */
final class PersonMenu extends Popover {
    private Preferences now;

    PersonMenu(Preferences preferences, Component person) {
        this.now = preferences;
        setTarget(person);
        setAriaLabel(getTranslation("shell.menu"));
        setPosition(PopoverPosition.TOP_START);
        setModal(true);
        Div menu = new Div(language(), scheme(), reading(), new SignOut());
        menu.addClassName("menu");
        add(menu);
    }

    private FieldSet language() {
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put("id", "Bahasa Indonesia");
        languages.put("en", "English");
        return choice("shell.menu.language", languages, now.language().getLanguage(), language -> {
            keep(Preferences.LANGUAGE, language);
            ui().getPage().executeJs("location.reload()");
        });
    }

    private FieldSet scheme() {
        Map<String, String> schemes = new LinkedHashMap<>();
        for (String scheme : new String[] {"system", "light", "dark"}) {
            schemes.put(scheme, getTranslation("shell.menu.scheme." + scheme));
        }
        return choice("shell.menu.scheme", schemes, now.scheme(), scheme -> {
            keep(Preferences.SCHEME, scheme);
            ui().getPage().setColorScheme(valueOf(scheme));
        });
    }

    private FieldSet reading() {
        Div ease = new Div(
                toggle("shell.menu.contrast", now.moreContrast(), Preferences.CONTRAST, "contrast", "more"),
                toggle("shell.menu.text", now.largerText(), Preferences.TEXT, "text", "larger"),
                toggle("shell.menu.motion", now.lessMotion(), Preferences.MOTION, "motion", "less"));
        ease.addClassName("choice");
        return group("shell.menu.reading", ease);
    }

    private FieldSet choice(String key, Map<String, String> choices, String chosen, Consumer<String> choose) {
        Div row = new Div();
        row.addClassName("choice");
        choices.forEach((value, words) -> {
            NativeButton button = new NativeButton(words);
            press(button, value.equals(chosen));
            button.addClickListener(click -> {
                row.getChildren().forEach(other -> press(other, other == button));
                choose.accept(value);
            });
            row.add(button);
        });
        return group(key, row);
    }

    private FieldSet group(String key, Component content) {
        FieldSet group = new FieldSet(getTranslation(key));
        group.add(content);
        return group;
    }

    private NativeButton toggle(String key, boolean on, String cookie, String attribute, String value) {
        NativeButton button = new NativeButton(getTranslation(key));
        press(button, on);
        button.addClickListener(click -> {
            boolean pressed = !"true".equals(button.getElement().getAttribute("aria-pressed"));
            press(button, pressed);
            keep(cookie, pressed ? value : "no");
            ui().getPage()
                    .executeJs(
                            "if ($1) document.documentElement.dataset[$0] = $2;"
                                    + " else delete document.documentElement.dataset[$0]",
                            attribute,
                            pressed,
                            value);
        });
        return button;
    }

    private static void press(Component button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    }

    private static ColorScheme.Value valueOf(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "light" -> ColorScheme.Value.LIGHT;
            case "dark" -> ColorScheme.Value.DARK;
            default -> ColorScheme.Value.LIGHT_DARK;
        };
    }

    private void keep(String name, String value) {
        ui().getPage().executeJs("window.jippKeep($0, $1)", name, value);
    }

    private static UI ui() {
        return UI.getCurrentOrThrow();
    }
}
