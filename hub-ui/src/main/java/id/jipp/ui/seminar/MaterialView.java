package id.jipp.ui.seminar;

import com.vaadin.flow.component.Component;
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
import id.jipp.core.material.Material;
import id.jipp.core.material.MaterialId;
import id.jipp.core.material.Materials;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import id.jipp.ui.component.HubBadge;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.MaterialWords;
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
import org.jspecify.annotations.Nullable;

/** One material: it opens in the page where a browser can show it, and is offered for saving in any case. */
@Route(value = "seminar/:id/berkas/:file", layout = HubLayout.class)
@StyleSheet("context://seminar.css")
@PermitAll
class MaterialView extends HubPage implements BeforeEnterObserver {
    private final Seminars seminars;
    private final Materials materials;
    private final MaterialWords words;
    private final HubNames hubs;
    private final Person person;
    private final Div shown = new Div();
    private final Div care = new Div();
    private final Texts texts;
    private @Nullable MaterialId id;
    private boolean open;

    MaterialView(
            Seminars seminars,
            Materials materials,
            MaterialWords words,
            HubNames hubs,
            Texts texts,
            CurrentPerson currentPerson,
            Live live) {
        this.seminars = seminars;
        this.materials = materials;
        this.words = words;
        this.hubs = hubs;
        this.texts = texts;
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

    /** Where its bytes are. */
    static String bytes(Hash file) {
        return "/api/v1/materials/" + file;
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
        materials.find(Objects.requireNonNull(id), person).ifPresent(this::show);
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
        if (Viewer.canShow(material.type())) {
            Anchor tab = new Anchor(bytes(material.id().file()), getTranslation("material.open-alone"));
            tab.setTarget("_blank");
            tab.getElement().setAttribute("rel", "noopener");
            tab.addClassName("btn");
            tab.setRouterIgnore(true);
            ways.add(tab);
        }
        Anchor save = new Anchor(bytes(material.id().file()) + "?simpan", getTranslation("material.download"));
        save.getElement().setAttribute("download", material.name());
        save.addClassNames("btn", "first");
        save.setRouterIgnore(true);
        ways.add(save);
        return ways.toArray(Component[]::new);
    }

    private Component content(Material material) {
        return Viewer.canShow(material.type())
                ? new Viewer(
                        bytes(material.id().file()),
                        material.type(),
                        material.fields().title())
                : told(getTranslation("material.only-saved"));
    }

    private Component absent(Material material) {
        return told(words.state(material, getLocale()));
    }

    private static Div told(String sentence) {
        Div told = new Div(new Paragraph(sentence));
        told.addClassNames("card", "pad", "quiet");
        return told;
    }
}
