package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Notification;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tells Lajur of a notification in the way that was chosen for it, however often. */
@Component
@Profile("coba")
class Messenger {

    private final NotificationMail mail;
    private final Gateway gateway;
    private final SimulatedPortal portal;

    Messenger(NotificationMail mail, Gateway gateway, SimulatedPortal portal) {
        this.mail = mail;
        this.gateway = gateway;
        this.portal = portal;
    }

    void send(Notification notification) {
        switch (notification.way()) {
            case SUREL -> mail.send(notification);
            case WEBHOOK -> gateway.send(notification);
            case DAFTAR -> portal.note(notification, null, "listed", "");
        }
    }
}
