package id.jipp.ui.network;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For whom a parcel is and what goes in; its button downloads it as it is at that moment. */
final class ParcelOrderForm extends Div {
    private final Select<Recipient> recipient = new Select<>();
    private final Checkbox everything = new Checkbox();
    private final Select<String> files = new Select<>();
    private final Paragraph consequence = new Paragraph();
    private final Anchor download = new Anchor();

    /** @param peer null for anybody */
    private record Recipient(@Nullable Peer peer) {}

    /** @param peers for whom a parcel can be made, in their order */
    ParcelOrderForm(List<Peer> peers, Optional<HubId> chosen) {
        addClassName("stack");
        List<Recipient> all = new ArrayList<>(peers.stream().map(Recipient::new).toList());
        all.add(new Recipient(null));
        recipient.setLabel(getTranslation("network.parcel.for"));
        recipient.setItems(all);
        recipient.setItemLabelGenerator(this::nameOf);
        recipient.setValue(all.stream()
                .filter(each -> each.peer() != null
                        && chosen.filter(each.peer().hub()::equals).isPresent())
                .findFirst()
                .orElse(all.getFirst()));
        everything.setLabel(getTranslation("network.parcel.everything"));
        everything.setHelperText(getTranslation("network.parcel.everything.what"));
        files.setLabel(getTranslation("network.parcel.files"));
        files.setItems("none", "10", "100", "all");
        files.setItemLabelGenerator(this::sizeOf);
        files.setValue("none");
        consequence.addClassNames("quiet", "small", "measure");
        download.addClassNames("btn", "first");
        download.setText(getTranslation("network.parcel.download"));
        download.setRouterIgnore(true);
        download.getElement().setAttribute("download", true);
        recipient.addValueChangeListener(change -> show());
        everything.addValueChangeListener(change -> show());
        files.addValueChangeListener(change -> show());
        add(recipient, everything, files, consequence, download);
        show();
    }

    private void show() {
        Peer peer = recipient.getValue().peer();
        boolean anybody = peer == null;
        boolean asks = peer != null && !peer.isLinked();
        everything.setVisible(!anybody && !asks);
        files.setVisible(!anybody && !asks);
        consequence.setText(
                peer == null
                        ? getTranslation("network.parcel.consequence.anybody")
                        : asks
                                ? getTranslation("network.parcel.consequence.asks", peer.name())
                                : getTranslation("network.parcel.consequence", peer.name()));
        download.setHref("api/v1/parcel?everything=" + (!anybody && everything.getValue()) + "&files="
                + (anybody ? "none" : files.getValue()) + (peer == null ? "" : "&for=" + peer.hub()));
    }

    private String nameOf(Recipient each) {
        Peer peer = each.peer();
        return peer == null ? getTranslation("network.parcel.anybody") : peer.name();
    }

    private String sizeOf(String size) {
        return switch (size) {
            case "none" -> getTranslation("network.parcel.files.none");
            case "all" -> getTranslation("network.parcel.files.all");
            default -> getTranslation("network.parcel.files.under", size);
        };
    }
}
