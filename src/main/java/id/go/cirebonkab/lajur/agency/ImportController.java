package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.agency.Planner.Subject;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Agencies and officers as files: out, and in by way of a preview. */
@Controller
class ImportController {

    private static final int LONGEST_NAME = 100;

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping({"/perangkat-daerah/ekspor", "/petugas/ekspor"})
    void export(
            @RequestParam(defaultValue = "csv") String bentuk,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var subject = subject(request);
        var isXlsx = bentuk.equals("xlsx");
        var file = new ByteArrayOutputStream();
        var sheet = imports.export(subject, isXlsx ? "XLSX" : "CSV", actor);
        if (isXlsx) {
            sheet.writeXlsx(file);
        } else {
            sheet.writeCsv(file);
        }
        Download.begin(response, subject.path().substring(1) + (isXlsx ? ".xlsx" : ".csv"), file.size());
        file.writeTo(response.getOutputStream());
    }

    @GetMapping({"/perangkat-daerah/impor", "/petugas/impor"})
    ModelAndView ask(HttpServletRequest request) {
        return upload(subject(request), List.of(), HttpStatus.OK);
    }

    @PostMapping({"/perangkat-daerah/impor", "/petugas/impor"})
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile berkas, Actor actor, HttpServletRequest request)
            throws IOException {
        var subject = subject(request);
        try {
            if (berkas == null || berkas.isEmpty()) {
                throw new InvalidInput("berkas", "agency.import.invalid.missing");
            }
            if (berkas.getSize() > Sheet.LARGEST) {
                throw new InvalidInput("berkas", "agency.import.invalid.large", Sheet.LARGEST / 1024 / 1024);
            }
            var id = imports.keep(subject, name(berkas), berkas.getBytes(), actor);
            return SeeOther.at(subject.path() + "/impor/" + id);
        } catch (InvalidInput wrong) {
            return upload(subject, List.of(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping({"/perangkat-daerah/impor/{id}", "/petugas/impor/{id}"})
    ModelAndView preview(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return preview(subject(request), uuid(id), actor, null, HttpStatus.OK);
    }

    @PostMapping({"/perangkat-daerah/impor/{id}", "/petugas/impor/{id}"})
    ModelAndView apply(@PathVariable String id, Actor actor, HttpServletRequest request, RedirectAttributes next) {
        var subject = subject(request);
        try {
            next.addFlashAttribute("imported", imports.apply(subject, uuid(id), actor));
            return SeeOther.at(subject.path() + "/impor");
        } catch (Outdated meanwhile) {
            return preview(subject, uuid(id), actor, "agency.import.outdated", HttpStatus.CONFLICT);
        } catch (RegistryRefused refused) {
            return preview(subject, uuid(id), actor, refused.messageKey(), HttpStatus.CONFLICT);
        } catch (InvalidInput wrong) {
            return preview(subject, uuid(id), actor, wrong.messageKey(), HttpStatus.CONFLICT)
                    .addObject("refusedArguments", wrong.arguments());
        }
    }

    private static ModelAndView upload(Subject subject, List<InvalidInput> problems, HttpStatus status) {
        var page = new ModelAndView("agency/import")
                .addObject("subject", subject)
                .addObject("problem", problems.isEmpty() ? null : problems.get(0));
        page.setStatus(status);
        return page;
    }

    private ModelAndView preview(Subject subject, UUID id, Actor actor, @Nullable String refused, HttpStatus status) {
        var page = new ModelAndView("agency/import-preview")
                .addObject("subject", subject)
                .addObject("preview", imports.preview(subject, id, actor))
                .addObject("refused", refused)
                .addObject("refusedArguments", new Object[0]);
        page.setStatus(status);
        return page;
    }

    private static Subject subject(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(Subject.OFFICERS.path()) ? Subject.OFFICERS : Subject.AGENCIES;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotVisible("import");
        }
    }

    private static String name(MultipartFile file) {
        var name = Fields.tidy(file.getOriginalFilename());
        return name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
