package id.jipp.ui.innovation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.jipp.core.area.Area;
import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.innovation.CostClass;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.Phase;
import id.jipp.core.outcome.Problem;
import id.jipp.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fields of an innovation to fill in, in the order one tells about it; problems stand beside their fields. */
final class InnovationForm extends Div {
    static final InnovationFields EMPTY = new InnovationFields(
            "", "", "", "", "", null, "", "", "", "", "", "", "", null, "", List.of(), null, null, "", Map.of());

    private static final int TYPING_PAUSE_MS = 700;

    private final Texts texts;
    private final Areas areas;
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final TextField title = line("title");
    private final TextField localName = line("localName");
    private final TextField agency = line("agency");
    private final ComboBox<Area> area = new ComboBox<>();
    private final IntegerField year = new IntegerField();
    private final TextField award = line("award");
    private final TextField category = line("category");
    private final TextArea summary = block("summary");
    private final TextArea problem = block("problem");
    private final TextArea solution = block("solution");
    private final TextArea result = block("result");
    private final TextField beneficiaries = line("beneficiaries");
    private final RadioButtonGroup<CostClass> costClass = new RadioButtonGroup<>();
    private final TextField legalBasis = line("legalBasis");
    private final MultiSelectComboBox<Integer> sdg = new MultiSelectComboBox<>();
    private final RadioButtonGroup<Boolean> digital = new RadioButtonGroup<>();
    private final RadioButtonGroup<Phase> phase = new RadioButtonGroup<>();
    private final TextField sourceUrl = line("sourceUrl");
    private Map<String, String> notes = Map.of();
    private String typedArea = "";
    private boolean filling;

    /** @param typed told the name of the field whenever somebody changed one and paused */
    InnovationForm(Texts texts, Areas areas, Consumer<String> typed) {
        this.texts = texts;
        this.areas = areas;
        addClassName("form");
        title.setRequiredIndicatorVisible(true);
        agency.setRequiredIndicatorVisible(true);
        area();
        choice(costClass, "costClass", CostClass.values(), cost -> getTranslation("words.cost." + cost.code()));
        choice(phase, "phase", Phase.values(), one -> getTranslation("words.phase." + one.code()));
        choice(digital, "digital", new Boolean[] {true, false}, yes -> getTranslation(yes ? "words.yes" : "words.no"));
        named("sdg", sdg);
        sdg.setLabel(label("sdg"));
        sdg.setItems(IntStream.rangeClosed(1, 17).boxed().toList());
        sdg.setItemLabelGenerator(goal -> getTranslation("words.sdg." + goal));
        named("year", year);
        year.setLabel(label("year"));
        add(
                group("innovation.form.what", title, localName, summary),
                group("innovation.form.who", agency, area, year, phase),
                group("innovation.form.story", problem, solution, result, beneficiaries),
                group("innovation.form.copy", costClass, digital, legalBasis, sdg, category, award, sourceUrl));
        fields.forEach((name, field) -> listen(name, field, typed));
    }

    InnovationFields read() {
        Area chosen = area.getValue();
        return new InnovationFields(
                title.getValue().strip(),
                localName.getValue().strip(),
                agency.getValue().strip(),
                chosen == null ? "" : chosen.code().value(),
                chosen == null ? typedArea : chosen.name(),
                year.getValue(),
                award.getValue().strip(),
                category.getValue().strip(),
                summary.getValue().strip(),
                problem.getValue().strip(),
                solution.getValue().strip(),
                result.getValue().strip(),
                beneficiaries.getValue().strip(),
                costClass.getValue(),
                legalBasis.getValue().strip(),
                List.copyOf(new TreeSet<>(sdg.getValue())),
                digital.getValue(),
                phase.getValue(),
                sourceUrl.getValue().strip(),
                notes);
    }

    void fill(InnovationFields from) {
        filling = true;
        title.setValue(from.title());
        localName.setValue(from.localName());
        agency.setValue(from.agency());
        typedArea = from.areaName();
        area.setValue(areaOf(from).orElse(null));
        year.setValue(from.year());
        award.setValue(from.award());
        category.setValue(from.category());
        summary.setValue(from.summary());
        problem.setValue(from.problem());
        solution.setValue(from.solution());
        result.setValue(from.result());
        beneficiaries.setValue(from.beneficiaries());
        costClass.setValue(from.costClass());
        legalBasis.setValue(from.legalBasis());
        sdg.setValue(Set.copyOf(from.sdg()));
        digital.setValue(from.digital());
        phase.setValue(from.phase());
        sourceUrl.setValue(from.sourceUrl());
        notes = from.notes();
        filling = false;
    }

    void startIn(AreaCode code) {
        filling = true;
        areas.find(code).ifPresent(area::setValue);
        filling = false;
    }

    /** Puts each problem beside its field and goes to the first; answers those that belong to no field. */
    List<Problem> mark(List<Problem> problems) {
        clearMarks();
        List<Problem> rest = new ArrayList<>();
        boolean focused = false;
        for (Problem wrong : problems) {
            Component field = fields.get(wrong.field().equals("areaName") ? "areaCode" : wrong.field());
            if (field instanceof HasValidation validated) {
                validated.setInvalid(true);
                validated.setErrorMessage(texts.say(wrong, getLocale()));
                if (!focused && field instanceof Focusable<?> focusable) {
                    focusable.focus();
                    focused = true;
                }
            } else {
                rest.add(wrong);
            }
        }
        return rest;
    }

    void clearMarks() {
        fields.values().forEach(field -> {
            if (field instanceof HasValidation validated) {
                validated.setInvalid(false);
            }
        });
    }

    private Optional<Area> areaOf(InnovationFields from) {
        try {
            return from.areaCode().isBlank() ? areas.named(from.areaName()) : areas.find(new AreaCode(from.areaCode()));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    private void area() {
        named("areaCode", area);
        area.setLabel(label("area"));
        area.setItems(Stream.concat(
                        Stream.of(new Area(AreaCode.NATIONAL, getTranslation("innovation.form.national"))),
                        areas.provinces().stream()
                                .flatMap(province ->
                                        Stream.concat(Stream.of(province), areas.within(province.code()).stream())))
                .toList());
        area.setItemLabelGenerator(one -> one.code().value().length() == 2
                ? one.name()
                : getTranslation(
                        "words.place", one.name(), areas.nameOf(one.code().province())));
    }

    private <T> void choice(RadioButtonGroup<T> group, String name, T[] items, ItemLabelGenerator<T> words) {
        named(name, group);
        group.setLabel(label(name));
        group.setItems(items);
        group.setItemLabelGenerator(words);
    }

    private TextField line(String name) {
        TextField field = new TextField(label(name));
        slow(field);
        named(name, field);
        return field;
    }

    private TextArea block(String name) {
        TextArea field = new TextArea(label(name));
        field.setHelperText(getTranslation("innovation.help." + name));
        field.setMinRows(2);
        slow(field);
        named(name, field);
        return field;
    }

    private static void slow(HasValueChangeMode field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MS);
    }

    private void named(String name, Component field) {
        fields.put(name, field);
        field.getElement().setAttribute("data-field", name);
        if (field instanceof HasValidation validated) {
            validated.setManualValidation(true);
        }
    }

    private void listen(String name, Component field, Consumer<String> typed) {
        if (field instanceof HasValue<?, ?> value) {
            value.addValueChangeListener(change -> {
                if (!filling) {
                    if (field instanceof HasValidation validated) {
                        validated.setInvalid(false);
                    }
                    typed.accept(name);
                }
            });
        }
    }

    private Section group(String key, Component... of) {
        H2 heading = new H2(getTranslation(key));
        Paragraph why = new Paragraph(getTranslation(key + ".why"));
        why.addClassNames("quiet", "small");
        Div words = new Div(heading, why);
        Div inputs = new Div(of);
        inputs.addClassName("inputs");
        Section section = new Section(words, inputs);
        section.addClassName("group");
        return section;
    }

    private String label(String name) {
        return getTranslation("innovation.field." + name);
    }
}
