package id.jipp.ui.seminar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import id.jipp.core.log.Hash;
import id.jipp.core.material.FileState;
import id.jipp.core.material.Material;
import id.jipp.core.material.MaterialId;
import id.jipp.core.material.Materials;
import id.jipp.core.material.StoredFile;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import id.jipp.ui.component.HubBadge;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.MaterialWords;
import id.jipp.ui.component.Refusal;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Standing;
import id.jipp.ui.component.Way;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Texts;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One material: it opens in the page where a browser can show it, and is offered for saving in any case. */
@Route(value = "seminar/:id/berkas/:file", layout = HubLayout.class)
@StyleSheet("context://seminar.css")
@PermitAll
class MaterialView extends HubPage implements BeforeEnterObserver {
    private static final Set<FileState.Why> ASKED_FOR =
            Set.of(FileState.Why.ON_REQUEST, FileState.Why.TOO_LARGE, FileState.Why.OVERNIGHT);

    private final Seminars seminars;
    private final Materials materials;
    private final MaterialWords words;
    private final HubNames hubs;
    private final Person person;
    private final Div shown = new Div();
    private final Div care = new Div();
    private final Texts texts;
    private final Refusal refusal;
    private @Nullable MaterialId id;
    private boolean open;

    MaterialView(
            Seminars seminars,
            Materials materials,
            MaterialWords words,
            HubNames hubs,
            Texts texts,
            Refusal refusal,
            CurrentPerson currentPerson,
            Live live) {
        this.seminars = seminars;
        this.materials = materials;
        this.words = words;
        this.hubs = hubs;
        this.texts = texts;
        this.refusal = refusal;
        this.person = currentPerson.require();
        shown.addClassName("material-shown");
        add(shown, care);
        live.follow(
                this,
                news -> materials.onChange(ids -> {
                    if (id != null && ids.contains(id.seminar())) {
                        news.run();
                    }
                }),
                this::refresh);
    }

    /** The page of a material. */
    static String path(MaterialId id) {
        return "seminar/" + id.seminar() + "/berkas/" + id.file();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SeminarId seminar =
                event.getRouteParameters().get("id").flatMap(SeminarId::parse).orElseThrow(NotFoundException::new);
        Hash file = event.getRouteParameters()
                .get("file")
                .flatMap(MaterialId::fileOf)
                .orElseThrow(NotFoundException::new);
        MaterialId asked = new MaterialId(seminar, file);
        Material material = materials.find(asked, person).orElseThrow(NotFoundException::new);
        id = asked;
        open = false;
        seminars.find(seminar)
                .ifPresent(known ->
                        above(new Way("seminar/" + seminar, known.fields().title())));
        care.removeAll();
        if (seminars.mayChange(seminar, person)) {
            care.add(new MaterialCare(materials, texts, material, person));
        }
        show(material);
    }

    private void refresh() {
        materials.find(Objects.requireNonNull(id), person).ifPresentOrElse(this::show, this::showGone);
    }

    /** It was withdrawn, or its hub is not shown any more, while somebody had it open. */
    private void showGone() {
        open = false;
        actions();
        care.removeAll();
        shown.removeAll();
        shown.add(told(getTranslation("material.gone")));
    }

    private void show(Material material) {
        title(material.fields().title());
        Div row = new Div(
                new Span(words.what(material, getLocale())),
                new Span(words.licence(material, getLocale())),
                new HubBadge(hubs.of(material.id().seminar().hub())),
                new Standing(words.state(material, getLocale()), words.dot(material)));
        row.addClassName("row");
        about(row);
        boolean here = words.isHere(material);
        actions(here ? ways(material) : new Component[0]);
        if (here && open) {
            // it may be read or played right now
            return;
        }
        open = here;
        shown.removeAll();
        shown.add(here ? content(material) : absent(material));
    }

    private Component[] ways(Material material) {
        List<Component> ways = new ArrayList<>();
        if (opens(material).isPresent()) {
            Anchor tab = new Anchor(MaterialWords.address(material), getTranslation("material.open-alone"));
            tab.setTarget("_blank");
            tab.getElement().setAttribute("rel", "noopener");
            tab.addClassName("btn");
            tab.setRouterIgnore(true);
            ways.add(tab);
        }
        Anchor save = new Anchor(MaterialWords.address(material), getTranslation("material.download"));
        save.getElement().setAttribute("download", material.name());
        save.addClassNames("btn", "first");
        save.setRouterIgnore(true);
        ways.add(save);
        return ways.toArray(Component[]::new);
    }

    private Component content(Material material) {
        return opens(material)
                .<Component>map(file -> new Viewer(
                        MaterialWords.address(material),
                        file.type(),
                        material.fields().title()))
                .orElseGet(() -> told(getTranslation("material.only-saved")));
    }

    /** The file, if this hub lets a browser show it. */
    private Optional<StoredFile> opens(Material material) {
        return materials.file(material.id().file(), person).filter(StoredFile::inline);
    }

    private Component absent(Material material) {
        Div told = told(words.state(material, getLocale()));
        if (material.state() instanceof FileState.Waiting(FileState.Why why) && ASKED_FOR.contains(why)) {
            Button ask = new Button(getTranslation("material.ask"), click -> ask(material));
            ask.addThemeVariants(ButtonVariant.PRIMARY);
            told.add(ask);
        }
        return told;
    }

    private void ask(Material material) {
        switch (materials.fetch(material.id().file(), person)) {
            case Outcome.Done<Material> done -> {
                show(done.value());
                shown.addComponentAsFirst(Said.well(getTranslation("material.asked")));
            }
            case Outcome.Refused<Material> refused -> shown.addComponentAsFirst(refusal.said(refused, getLocale()));
        }
    }

    private static Div told(String sentence) {
        Div told = new Div(new Paragraph(sentence));
        told.addClassNames("card", "pad", "stack", "quiet");
        return told;
    }
}
