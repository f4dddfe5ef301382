"""Writes through pynetbox what people write with it, and reads it back: URL TOKEN, on a Patchbay with the demo network."""

import inspect
import io
import struct
import sys
import zlib

import pynetbox
from pynetbox.core.response import Record

url, token = sys.argv[1:]
api = pynetbox.api(url, token=token)
threaded = pynetbox.api(url, token=token, threading=True)
session = api.http_session
credentials = {"Authorization": f"Token {token}"}


def same(what, found, expected):
    assert found == expected, f"{what}: {found!r} instead of {expected!r}"


def refused(what, call, status, *texts):
    """The call fails with the status, and says each of the texts."""
    try:
        call()
    except pynetbox.RequestError as error:
        same(f"{what}: status", error.req.status_code, status)
        for text in texts:
            assert text in error.error, f"{what}: {text!r} is not in {error.error!r}"
            assert status == 404 or text in str(error), f"{what}: {text!r} is not in {error}"
        return error
    raise AssertionError(f"{what}: was not refused")


def exhausted(what, call):
    try:
        call()
    except pynetbox.AllocationError as error:
        same(f"{what}: status", error.req.status_code, 409)
        same(f"{what}: words", error.req.json()["detail"], "Insufficient resources are available to satisfy the request")
        return
    raise AssertionError(f"{what}: was not refused")


def changes(model, record, **filters):
    """The change log of an object, oldest first."""
    found = api.core.object_changes.filter(
        changed_object_type=model, changed_object_id=record.id, ordering="time", **filters
    )
    return sorted(found, key=lambda change: change.id)


# ---- One object: create, read, save what changed, delete
site = api.dcim.sites.create(name="Kesselhaus", slug="kesselhaus", status="planned", latitude=52.5, time_zone="Europe/Berlin")
same("a new object", (site.name, site.status.value, str(site.status), site.latitude), ("Kesselhaus", "planned", "Planned", 52.5))
assert site.url.startswith(f"{url}/api/dcim/sites/"), site.url
same("read again", dict(api.dcim.sites.get(site.id)), dict(api.dcim.sites.get(slug="kesselhaus")))
same("nothing to save", site.save(), False)
site.status = "active"
site.description = "Beside the canal"
same("the difference", site.updates(), {"status": "active", "description": "Beside the canal"})
same("saved", site.save(), True)
same("stored", (api.dcim.sites.get(site.id).status.value, api.dcim.sites.get(site.id).description), ("active", "Beside the canal"))
same("update", site.update({"facility": "K1", "time_zone": None}), True)
stored = api.dcim.sites.get(site.id)
same("updated", (stored.facility, stored.time_zone), ("K1", None))
log = changes("dcim.site", site)
same("the change log", [change.action.value for change in log], ["create", "update", "update"])
same("before and after", (log[1].prechange_data["status"], log[1].postchange_data["status"]), ("planned", "active"))
same("an object of no name", api.dcim.sites.get(slug="no-such-site"), None)

# ---- Messages for the change log
api.dcim.sites.update([{"id": site.id, "comments": "Rebuilt", "changelog_message": "After the flood"}])
same("a message", changes("dcim.site", site)[-1].message, "After the flood")
said = api.dcim.regions.create(name="Uplands", slug="uplands", changelog_message="New territory")
same("a message of a new object", changes("dcim.region", said)[0].message, "New territory")
if "changelog_message" in inspect.signature(Record.save).parameters:
    said.description = "Hills"
    same("save with a message", said.save(changelog_message="A closer look"), True)
    same("its message", changes("dcim.region", said)[-1].message, "A closer look")
    same("bulk update with a message", len(api.dcim.regions.update([{"id": said.id, "description": ""}], changelog_message="Nothing there")), 1)
    same("its message", changes("dcim.region", said)[-1].message, "Nothing there")
    said_id = said.id
    same("delete with a message", said.delete(changelog_message="Given up"), True)
    left = list(api.core.object_changes.filter(changed_object_type="dcim.region", changed_object_id=said_id, action="delete"))
    same("its message", [change.message for change in left], ["Given up"])
else:
    same("delete", said.delete(), True)

# ---- Related objects: by key, by attributes, by record; nothing at all
maker = api.dcim.manufacturers.create(name="Lindqvist", slug="lindqvist")
kind = api.dcim.device_types.create(manufacturer=maker.id, model="LQ-24", slug="lq-24", u_height=1)
api.dcim.interface_templates.create([{"device_type": kind.id, "name": f"ge{n}", "type": "1000base-t"} for n in range(1, 25)])
api.dcim.power_port_templates.create(device_type=kind.id, name="psu", type="iec-60320-c14", maximum_draw=90)
role = api.dcim.device_roles.create(name="Edge switch", slug="edge-switch", color="2196f3")
rack = api.dcim.racks.create(site={"slug": "kesselhaus"}, name="K1-01", u_height=20)
switch = api.dcim.devices.create(
    name="kes-sw1", site={"name": "Kesselhaus"}, role=role.id, device_type={"manufacturer": {"slug": "lindqvist"}, "model": "LQ-24"}, rack=rack.id, position=10, face="front"
)
same("components of a new device", api.dcim.interfaces.count(device_id=switch.id), 24)
same("a counter", api.dcim.devices.get(switch.id).interface_count, 24)
same("a nested record's own field", switch.device_type.full_details() and switch.device_type.u_height, 1.0)
same("a nested record of a nested record", switch.device_type.manufacturer.slug, "lindqvist")
switch.rack = None
switch.position = None
switch.face = None
same("cleared", switch.save(), True)
same("stored", [getattr(api.dcim.devices.get(switch.id), name) for name in ("rack", "position", "face")], [None, None, None])
switch.rack, switch.position, switch.face = rack, 10, "front"
same("a record as a value", switch.save() and api.dcim.devices.get(switch.id).rack.id, rack.id)
same("full details", (api.dcim.devices.get(name="kes-sw1").full_details(), switch.full_details()), (True, True))

# ---- Many objects at once
names = [f"kes-ap{n}" for n in range(1, 31)]
made = api.dcim.devices.create([{"name": name, "site": site.id, "role": role.id, "device_type": kind.id, "status": "planned"} for name in names])
same("bulk create", [device.name for device in made], names)
for device in made:
    device.status = "staged"
made[0].serial = "S-1"
changed = api.dcim.devices.update(made)
same("bulk update of records", {device.status.value for device in changed}, {"staged"})
same("only the first has a serial", [device.id for device in api.dcim.devices.filter(site_id=site.id, serial="S-1")], [made[0].id])
changed = api.dcim.devices.filter(site_id=site.id, status="staged").update(status="active", comments="Live")
same("an update of what is found", (len(changed), {device.comments for device in changed}), (30, {"Live"}))
one_request = {str(change.request_id) for device in made[:5] for change in changes("dcim.device", device)[-1:]}
same("one request", len(one_request), 1)
error = refused(
    "a bulk create with one bad object",
    lambda: api.dcim.devices.create([{"name": "kes-x1", "site": site.id, "role": role.id, "device_type": kind.id}, {"name": "kes-x2"}]),
    400,
    "This field is required.",
)
same("all or nothing", api.dcim.devices.count(name=["kes-x1", "kes-x2"]), 0)
same("bulk delete by key and record", api.dcim.devices.delete([made[0].id, str(made[1].id), made[2]]), True)
same("bulk delete of what is found", api.dcim.devices.filter(name=names[3:10]).delete(), True)
same("what is left", api.dcim.devices.count(name=names), 20)
assert api.dcim.devices.get(made[0].id) is None

# ---- Errors say what is wrong
refused("a required field", lambda: api.dcim.sites.create(name="Nameless"), 400, "slug", "This field is required.")
refused("a name that is taken", lambda: api.dcim.sites.create(name="Kesselhaus", slug="kesselhaus-2"), 400, "name")
refused("no such choice", lambda: api.dcim.sites.create(name="K", slug="k", status="gone"), 400, "gone is not a valid choice.")
refused("no such object", lambda: api.dcim.racks.create(name="R", site=2**31 - 2), 400, "Related object not found using the provided numeric ID: 2147483646")
refused("no such attributes", lambda: api.dcim.racks.create(name="R", site={"slug": "nowhere"}), 400, "Related object not found using the provided attributes")
refused("a unit that is taken", lambda: api.dcim.devices.create(name="kes-sw2", site=site.id, role=role.id, device_type=kind.id, rack=rack.id, position=10, face="front"), 400, "position")
refused("what others need", lambda: api.dcim.manufacturers.delete([maker.id]), 409, "dependent object")
refused("an object that is gone", lambda: Record({"id": made[0].id, "url": made[0].url}, api, api.dcim.devices).delete(), 404)
stranger = pynetbox.api(url, token="0" * 40)
refused("an unknown token", lambda: stranger.dcim.sites.create(name="S", slug="s"), 403, "Invalid v1 token")
refused("nobody's write", lambda: pynetbox.api(url).dcim.sites.create(name="S", slug="s"), 403, "credentials were not provided")
refused("no such endpoint", lambda: list(api.dcim.nonsense.all()), 404)
refused("a filter of no such object", lambda: list(api.dcim.devices.filter(site="nowhere")), 400, "site")
refused("napalm, which NetBox has no more", lambda: list(switch.napalm.list(method="get_facts")), 404)

# ---- What is free
prefix = api.ipam.prefixes.create(prefix="10.99.0.0/28", status="active", scope_type="dcim.site", scope_id=site.id)
first = prefix.available_ips.create()
same("one address", first.address, "10.99.0.1/28")
next_ones = prefix.available_ips.create([{"description": f"printer {n}"} for n in range(3)])
same("addresses", [(one.address, one.description) for one in next_ones], [(f"10.99.0.{n + 2}/28", f"printer {n}") for n in range(3)])
by_words = prefix.available_ips.create({"status": "reserved", "dns_name": "spare.example.com"})
same("an address with its fields", (by_words.status.value, by_words.dns_name), ("reserved", "spare.example.com"))
same("what is left", len(prefix.available_ips.list()), 9)
exhausted("more than there are", lambda: prefix.available_ips.create([{}] * 10))
same("nothing was taken", api.ipam.ip_addresses.count(parent="10.99.0.0/28"), 5)
container = api.ipam.prefixes.create(prefix="10.98.0.0/16", status="container")
child = container.available_prefixes.create({"prefix_length": 24, "description": "first"})
same("one prefix", (child.prefix, child.description, str(child)), ("10.98.0.0/24", "first", "10.98.0.0/24"))
same("prefixes", [one.prefix for one in container.available_prefixes.create([{"prefix_length": 25}, {"prefix_length": 23}])], ["10.98.1.0/25", "10.98.2.0/23"])
exhausted("a prefix too large", lambda: container.available_prefixes.create({"prefix_length": 16}))
span = api.ipam.ip_ranges.create(start_address="10.97.0.10/24", end_address="10.97.0.12/24")
same("of a range", [one.address for one in span.available_ips.create([{}, {}])], ["10.97.0.10/24", "10.97.0.11/24"])
exhausted("a range too short", lambda: span.available_ips.create([{}, {}]))
group = api.ipam.vlan_groups.create(name="Kesselhaus", slug="kesselhaus", vid_ranges=[[100, 103]], scope_type="dcim.site", scope_id=site.id)
vlan = group.available_vlans.create({"name": "Voice"})
same("a VLAN", (vlan.vid, vlan.name, vlan.group.id), (100, "Voice", group.id))
same("VLANs", [one.vid for one in group.available_vlans.create([{"name": "Video"}, {"name": "Doors"}])], [101, 102])
exhausted("too many VLANs", lambda: group.available_vlans.create([{"name": "A"}, {"name": "B"}]))
registrar = api.ipam.rirs.create(name="Private numbers", slug="private-numbers", is_private=True)
numbers = api.ipam.asn_ranges.create(name="Edge", slug="edge", rir=registrar.id, start=4200001000, end=4200001002)
same("an AS number", numbers.available_asns.create({})["asn"], 4200001000)
same("AS numbers", [one["asn"] for one in numbers.available_asns.create([{}, {}])], [4200001001, 4200001002])
exhausted("too many AS numbers", lambda: numbers.available_asns.create([{}]))

# ---- Addresses of interfaces; the device's own
port = api.dcim.interfaces.get(device_id=switch.id, name="ge1")
first.assigned_object_type, first.assigned_object_id = "dcim.interface", port.id
same("assigned", first.save(), True)
switch = api.dcim.devices.get(switch.id)
switch.primary_ip4 = first.id
same("primary", switch.save() and api.dcim.devices.get(switch.id).primary_ip.address, "10.99.0.1/28")
same("addresses of a device", [one.id for one in api.ipam.ip_addresses.filter(device_id=switch.id)], [first.id])
same("a generic relation", (first.full_details(), first.assigned_object.device.name), (True, "kes-sw1"))
port.mode, port.untagged_vlan, port.tagged_vlans = "tagged", vlan.id, [one.id for one in api.ipam.vlans.filter(name=["Video", "Doors"])]
same("VLANs of an interface", port.save() and sorted(one.vid for one in api.dcim.interfaces.get(port.id).tagged_vlans), [101, 102])

# ---- Cables and their traces
patch = made[10]
uplink = api.dcim.interfaces.get(device_id=patch.id, name="ge24")
cable = api.dcim.cables.create(
    type="cat6",
    color="ff0000",
    a_terminations=[{"object_type": "dcim.interface", "object_id": port.id}],
    b_terminations=[{"object_type": "dcim.interface", "object_id": uplink.id}],
)
same("a cable", (str(cable), cable.a_terminations[0].id, cable.b_terminations[0].id), ("ge1 <> ge24", port.id, uplink.id))
near, along, far = api.dcim.interfaces.get(port.id).trace()
same("a trace", ([one.id for one in near], along.id, [one.id for one in far]), ([port.id], cable.id, [uplink.id]))
again = api.dcim.interfaces.get(uplink.id)
same("connected endpoints", ([one.id for one in again.connected_endpoints], again.connected_endpoints_reachable), ([port.id], True))
refused("a port that has a cable", lambda: api.dcim.cables.create(a_terminations=[{"object_type": "dcim.interface", "object_id": port.id}], b_terminations=[{"object_type": "dcim.interface", "object_id": api.dcim.interfaces.get(device_id=patch.id, name="ge2").id}]), 400)
cable.status = "planned"
same("saved with its ends", cable.save() and api.dcim.interfaces.get(port.id).connected_endpoints_reachable, False)
same("cut", cable.delete() and api.dcim.interfaces.get(port.id).cable, None)

# ---- Tags
edge, spare = api.extras.tags.create([{"name": "Edge", "slug": "edge-tag", "color": "4caf50"}, {"name": "Spare", "slug": "spare-tag"}])
patch = api.dcim.devices.get(patch.id)
patch.tags = [edge.id, {"slug": "spare-tag"}]
same("tags", patch.save() and sorted(tag.name for tag in api.dcim.devices.get(patch.id).tags), ["Edge", "Spare"])
api.dcim.devices.update([{"id": patch.id, "remove_tags": [spare.id]}, {"id": switch.id, "add_tags": [spare.id, edge.id]}])
same("tags by filter", sorted(one.id for one in api.dcim.devices.filter(tag="edge-tag")), sorted([patch.id, switch.id]))
same("both tags", [one.id for one in api.dcim.devices.filter(tag=["edge-tag", "spare-tag"])], [switch.id])
same("what is tagged", api.extras.tags.get(edge.id).tagged_items, 2)

# ---- Custom fields
places = api.extras.custom_field_choice_sets.create(name="Rooms", extra_choices=[["attic", "Attic"], ["cellar", "Cellar"]])
api.extras.custom_fields.create(
    [
        {"name": "room", "type": "select", "object_types": ["dcim.device"], "choice_set": places.id, "default": "cellar"},
        {"name": "inventory_number", "type": "integer", "object_types": ["dcim.device"], "validation_minimum": 1},
        {"name": "keeper", "type": "object", "object_types": ["dcim.device"], "related_object_type": "tenancy.contact"},
        {"name": "inspected", "type": "date", "object_types": ["dcim.device"]},
    ]
)
person = api.tenancy.contacts.create(name="Mira Holm", email="mira@example.com")
patch = api.dcim.devices.get(patch.id)
same("objects that were there get the default", (patch.custom_fields["room"], patch.custom_fields["inventory_number"]), ({"value": "cellar", "label": "Cellar"}, None))
patch.custom_fields["inventory_number"] = 4711
patch.custom_fields["keeper"] = person.id
sent = patch.updates()["custom_fields"]
same("what changed is sent", (sent["inventory_number"], sent["keeper"]), (4711, person.id))
# A pynetbox before 7.9 sends a selection as it is served, which no NetBox takes: only what is meant is sent here.
api.dcim.devices.update([{"id": patch.id, "custom_fields": {"inventory_number": 4711, "keeper": person.id}}])
patch = api.dcim.devices.get(patch.id)
stored = api.dcim.devices.get(patch.id).custom_fields
same("stored", (stored["inventory_number"], stored["keeper"]["id"], stored["room"]["value"]), (4711, person.id, "cellar"))
same("by filter", [one.id for one in api.dcim.devices.filter(cf_inventory_number=4711)], [patch.id])
refused("out of bounds", lambda: patch.update({"custom_fields": {"inventory_number": 0}}), 400, "inventory_number")
refused("no such choice", lambda: api.dcim.devices.update([{"id": switch.id, "custom_fields": {"room": "balcony"}}]), 400, "room")
same("choices of a set", [(one["id"], one["display"]) for one in api.http_session.get(f"{url}/api/extras/custom-field-choice-sets/{places.id}/choices/", headers=credentials).json()["results"]], [("attic", "Attic"), ("cellar", "Cellar")])

# ---- Choices, counts, pages, side by side
same("choices", {"active", "planned", "staged"} <= {choice["value"] for choice in api.dcim.devices.choices()["status"]}, True)
everything = api.dcim.devices.count()
same("all", len({device.id for device in api.dcim.devices.all(limit=50)}), everything)
same("all, threaded", len({device.id for device in threaded.dcim.devices.all(limit=50)}), everything)
same("a part", len(list(api.dcim.devices.filter(limit=10, offset=everything - 5))), 5)
same("a lookup", api.dcim.devices.count(name__isw="kes-", site_id=site.id), 21)
same("nothing but null", len(list(api.dcim.devices.filter(rack_id=None, site_id=site.id))), 20)
if "pagination" in inspect.signature(pynetbox.api.__init__).parameters:
    cursors = pynetbox.api(url, token=token, pagination="cursor")
    same("by cursor", [device.id for device in cursors.dcim.devices.all(limit=50)], sorted(device.id for device in api.dcim.devices.all()))

# ---- Config contexts and templates
api.extras.config_contexts.create(name="Kesselhaus", weight=2000, sites=[site.id], data={"ntp": ["192.0.2.1"], "motd": "Mind the steps"})
template = api.extras.config_templates.create(name="Edge", template_code="hostname {{ device.name }}\nbanner {{ motd }}\n{% for i in device.interfaces.all()[:2] %}interface {{ i.name }}\n{% endfor %}{{ extra }}")
switch = api.dcim.devices.get(switch.id)
switch.local_context_data = {"ntp": ["192.0.2.2"]}
switch.config_template = template.id
same("saved", switch.save(), True)
switch = api.dcim.devices.get(switch.id)
same("a context", (switch.config_context["motd"], switch.config_context["ntp"]), ("Mind the steps", ["192.0.2.2"]))
rendered = switch.render_config.create({"extra": "end"})
same("a configuration", rendered["content"], "hostname kes-sw1\nbanner Mind the steps\ninterface ge1\ninterface ge2\nend")


# ---- Files
def picture():
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + b"\x20\x60\xa0" * 3 for _ in range(2))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


drawing = io.BytesIO(picture())
drawing.name = "front view.png"
attached = api.extras.image_attachments.create(object_type="dcim.rack", object_id=rack.id, name="Front", image=drawing)
same("an image's size", (attached.image_width, attached.image_height, attached.name), (3, 2, "Front"))
assert "/media/image-attachments/rack_" in attached.image, attached.image
same("the image again", session.get(attached.image, headers=credentials).content, picture())
same("attached to", [one.id for one in api.extras.image_attachments.filter(object_type="dcim.rack", object_id=rack.id)], [attached.id])
refused("no image", lambda: api.extras.image_attachments.create(object_type="dcim.rack", object_id=rack.id, image=io.BytesIO(b"words")), 400, "image")
shown = api.dcim.device_types.get(kind.id)
same("an image of a type", shown.update({"front_image": ("front.png", io.BytesIO(picture()), "image/png")}), True)
assert "/media/devicetype-images/" in api.dcim.device_types.get(kind.id).front_image
picture_address = attached.image
same("taken off", attached.delete(), True)
same("the file is gone", session.get(picture_address, headers=credentials).status_code, 404)

# ---- Users, permissions, tokens
user = api.users.users.create(username="reader", password="Long-enough-1!")
api.users.permissions.create(name="Reads sites", object_types=["dcim.site"], actions=["view"], users=[user.id], constraints=[{"slug": "kesselhaus"}])
issued = api.users.tokens.create(user=user.id, version=1, write_enabled=True)
secret = dict(issued).get("token") or dict(issued).get("key")
reader = pynetbox.api(url, token=secret)
same("what a reader sees", [one.slug for one in reader.dcim.sites.all()], ["kesselhaus"])
refused("what a reader may not", lambda: reader.dcim.sites.create(name="S", slug="s"), 403, "permission")
refused("what a reader may not see", lambda: list(reader.dcim.devices.all()), 403, "permission")
made_token = pynetbox.api(url).create_token("reader", "Long-enough-1!")
assert made_token.user.username == "reader"

# ---- A version of an object: If-Match
answer = session.get(site.url, headers=credentials)
tag = answer.headers["ETag"]
fresh = session.patch(site.url, headers={**credentials, "If-Match": tag}, json={"description": "Once"})
same("the version that was read", fresh.status_code, 200)
stale = session.patch(site.url, headers={**credentials, "If-Match": tag}, json={"description": "Twice"})
same("a version that is gone", (stale.status_code, api.dcim.sites.get(site.id).description), (412, "Once"))

same("and the present one", stale.headers["ETag"], fresh.headers["ETag"])
placed = session.post(f"{url}/api/dcim/regions/", headers=credentials, json={"name": "Lowlands", "slug": "lowlands"})
same("where a new object is", placed.headers["Location"], placed.json()["url"])
same("what JSON is called", placed.headers["Content-Type"], "application/json")

# ---- Virtual machines, clusters, contacts, journal
types = api.virtualization.cluster_types.create(name="Hearth", slug="hearth")
cluster = api.virtualization.clusters.create(name="hearth-1", type=types.id, scope_type="dcim.site", scope_id=site.id)
machine = api.virtualization.virtual_machines.create(name="kes-vm1", cluster=cluster.id, vcpus=2.5, memory=4096)
same("a machine", (machine.vcpus, machine.site.id), (2.5, site.id))
api.virtualization.virtual_disks.create([{"virtual_machine": machine.id, "name": f"disk{n}", "size": 1000} for n in range(2)])
same("its disks", api.virtualization.virtual_machines.get(machine.id).disk, 2000)
port = api.virtualization.interfaces.create(virtual_machine=machine.id, name="eth0")
mac = api.dcim.mac_addresses.create(mac_address="02:00:00:aa:bb:cc", assigned_object_type="virtualization.vminterface", assigned_object_id=port.id)
same("a primary MAC address", port.update({"primary_mac_address": mac.id}) and api.virtualization.interfaces.get(port.id).mac_address, "02:00:00:AA:BB:CC")
caretaker = api.tenancy.contact_roles.create(name="Caretaker", slug="caretaker")
api.tenancy.contact_assignments.create(object_type="dcim.site", object_id=site.id, contact=person.id, role=caretaker.id, priority="primary")
same("contacts of a site", [one.contact.name for one in api.tenancy.contact_assignments.filter(object_type="dcim.site", object_id=site.id)], ["Mira Holm"])
note = api.extras.journal_entries.create(assigned_object_type="dcim.device", assigned_object_id=switch.id, comments="Fan replaced", kind="success")
same("a note", (note.kind.value, note.created_by), ("success", api.users.users.get(username="admin").id))

# ---- All of it goes again, and takes along what belongs to it
api.virtualization.virtual_machines.delete([machine.id])
same("interfaces of a machine", api.virtualization.interfaces.get(port.id), None)
same("devices", api.dcim.devices.filter(site_id=site.id).delete(), True)
same("interfaces of devices", api.dcim.interfaces.count(site_id=site.id), 0)
same("an interface takes its addresses along", api.ipam.ip_addresses.get(first.id), None)
print("ok")
