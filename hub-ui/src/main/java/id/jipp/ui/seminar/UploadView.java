package id.jipp.ui.seminar;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import id.jipp.core.material.Material;
import id.jipp.core.material.Materials;
import id.jipp.core.material.Upload;
import id.jipp.core.material.UploadId;
import id.jipp.core.material.Uploads;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;

/** Brings files to a seminar: they come in pieces, and each that is whole is given its title, licence and share. */
@Route(value = "seminar/:id/unggah", layout = HubLayout.class)
@StyleSheet("context://seminar.css")
@RolesAllowed({"COORDINATOR", "ADMIN"})
class UploadView extends HubPage implements BeforeEnterObserver {
    private final Seminars seminars;
    private final Materials materials;
    private final Uploads uploads;
    private final Texts texts;
    private final Person person;
    private final Div said = new Div();
    private final Div field = new Div();
    private final Div waiting = new Div();
    private final Map<UploadId, ArrivedFile> arrived = new HashMap<>();

    UploadView(Seminars seminars, Materials materials, Uploads uploads, Texts texts, CurrentPerson currentPerson) {
        this.seminars = seminars;
        this.materials = materials;
        this.uploads = uploads;
        this.texts = texts;
        this.person = currentPerson.require();
        title(getTranslation("upload.title"));
        about(getTranslation("upload.about"));
        said.addClassName("said");
        waiting.addClassName("stack");
        Div all = new Div(said, waiting, field);
        all.addClassNames("stack", "upload");
        add(all);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Seminar seminar = event.getRouteParameters()
                .get("id")
                .flatMap(SeminarId::parse)
                .filter(id -> seminars.mayChange(id, person))
                .flatMap(seminars::find)
                .orElseThrow(NotFoundException::new);
        above(new Way("seminar/" + seminar.id(), seminar.fields().title()));
        actions(Way.button("seminar/" + seminar.id(), getTranslation("upload.done")));
        said.removeAll();
        waiting.removeAll();
        arrived.clear();
        field.removeAll();
        field.add(fieldOf(seminar));
    }

    private UploadField fieldOf(Seminar seminar) {
        UploadField[] itself = new UploadField[1];
        itself[0] = new UploadField(
                texts, seminar.id(), person, getLocale(), (id, name) -> ask(seminar.id(), id, itself[0]));
        return itself[0];
    }

    /** Asks what a whole file is, once. */
    private void ask(SeminarId seminar, UploadId id, UploadField from) {
        Upload upload = uploads.find(id, person).orElse(null);
        if (upload == null || !upload.isFinished()) {
            from.settled(id);
            return;
        }
        if (arrived.containsKey(id)) {
            return;
        }
        ArrivedFile card = new ArrivedFile(
                texts,
                upload,
                fields -> materials.attach(seminar, id, fields, person),
                () -> uploads.remove(id, person),
                material -> settle(id, from, material),
                () -> settle(id, from));
        arrived.put(id, card);
        waiting.add(card);
    }

    private void settle(UploadId id, UploadField from, Material material) {
        settle(id, from);
        said.removeAll();
        said.add(Said.well(getTranslation(
                "upload.attached." + material.fields().share().code(),
                material.fields().title())));
    }

    private void settle(UploadId id, UploadField from) {
        ArrivedFile card = arrived.remove(id);
        if (card != null) {
            waiting.remove(card);
        }
        from.settled(id);
    }
}
