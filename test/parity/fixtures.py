"""Makes the fixtures beside this file: small random models of the official implementations, their inputs and outputs.

    python -m venv venv && venv/bin/pip install -r requirements.txt && venv/bin/python fixtures.py

Each folder holds config.json as the library saves it, weights.json with the shape and the spread of every tensor of the
checkpoint, and a file for each case with the tensors `in.<name>` and `out.<name>`. The weights themselves are drawn by a
formula that weights.ts follows too, so that they needn't be kept. Every parameter is drawn, gates and layers that start
at zero too, so that nothing is hidden; a second case has another batch and other, odd sizes.
"""

import json
import pathlib
import sys

import numpy as np
import torch
from diffusers import AutoencoderKL, AutoencoderTiny, ControlNetModel, UNet2DConditionModel
from diffusers.loaders import StableDiffusionLoraLoaderMixin
from peft import LoraConfig, get_peft_model
from peft.utils import get_peft_model_state_dict
from safetensors.torch import save_file
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPVisionConfig,
    CLIPVisionModel,
    LlamaConfig,
    LlamaForCausalLM,
    SamVisionConfig,
)
from transformers.models.sam.modeling_sam import SamVisionEncoder

HERE = pathlib.Path(__file__).parent / "fixtures"


def drawn(name, shape, spread, middle):
    """Evenly between middle - spread and middle + spread; a hash of the name and the place (Murmur3's finaliser)."""
    seed = 0
    for byte in name.encode():
        seed = (seed * 31 + byte) & 0xFFFFFFFF
    x = np.arange(int(np.prod(shape)), dtype=np.uint32) * np.uint32(0x9E3779B9) + np.uint32(seed)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        x = (x ^ (x >> np.uint32(shift))) * np.uint32(factor)
    x ^= x >> np.uint32(16)
    unit = (x >> np.uint32(8)).astype(np.float64) / 2**23 - 1
    return torch.from_numpy((unit * spread + middle).astype(np.float32)).reshape(shape)


def shake(model):
    """Draws every parameter, so wide that activations stay near 1. Remembers how."""
    model.drawn = {}
    for name, p in model.named_parameters():
        fan = p[0].numel() if p.dim() > 1 else 0
        spread, middle = ((3 / fan) ** 0.5, 0.0) if fan else (0.5, 0.5 if name.endswith("weight") else 0.0)
        p.data = drawn(name, tuple(p.shape), spread, middle)
        model.drawn[name] = [list(p.shape), spread, middle]
    return model.eval()


def tensors(prefix, values):
    return {f"{prefix}.{k}": v.contiguous() for k, v in values.items() if v is not None}


def case(folder, n, inputs, outputs):
    for name, value in outputs.items():
        assert value.isfinite().all(), (folder, name)
        assert 0.05 < value.abs().max() < 1000, (folder, name, value.abs().max())
    save_file({**tensors("in", inputs), **tensors("out", outputs)}, HERE / folder / f"case-{n}.safetensors")


def save(model, folder):
    (HERE / folder).mkdir(parents=True, exist_ok=True)
    config = model.config.to_dict() if hasattr(model.config, "to_dict") else dict(model.config)
    config.pop("_use_default_values", None)  # in another order each time
    (HERE / folder / "config.json").write_text(json.dumps(config, indent=1, default=str) + "\n")
    (HERE / folder / "weights.json").write_text("{" + ",".join(f"\n{json.dumps(k)}: {json.dumps(v)}" for k, v in model.drawn.items()) + "\n}\n")


def draw(seed):
    g = torch.Generator().manual_seed(seed)
    return lambda *shape: torch.randn(*shape, generator=g)


@torch.no_grad()
def clip_text():
    configs = {
        "clip-text": dict(hidden_act="quick_gelu", eos_token_id=2),
        "clip-text-gelu": dict(hidden_act="gelu", eos_token_id=98, num_hidden_layers=2),
    }
    for n, (folder, more) in enumerate(configs.items()):
        config = CLIPTextConfig(
            **{"num_hidden_layers": 3, **more},
            hidden_size=32, intermediate_size=64, num_attention_heads=4, vocab_size=99, max_position_embeddings=20,
        )
        model = shake(CLIPTextModel(config))
        save(model, folder)
        if n:  # a whole model as torch saves it
            torch.save(model.state_dict(), HERE / folder / "pytorch_model.bin")
        for c, (batch, length) in enumerate(((1, 20), (2, 13))):
            g = torch.Generator().manual_seed(c)
            ids = torch.randint(3, 97, (batch, length), generator=g)
            mask = torch.ones_like(ids)
            ids[0, length - 3] = 98
            if batch > 1:
                ids[1, 5:] = 98
                mask[1, 7:] = 0
            out = model(input_ids=ids, attention_mask=mask)
            case(folder, c, {"input_ids": ids, "attention_mask": mask},
                 {"last_hidden_state": out.last_hidden_state, "pooler_output": out.pooler_output})


@torch.no_grad()
def clip_vision():
    for folder, more in {"clip-vision": dict(image_size=28, patch_size=7), "clip-vision-b": dict(image_size=26, patch_size=8, hidden_act="gelu")}.items():
        config = CLIPVisionConfig(hidden_size=32, intermediate_size=48, num_hidden_layers=3, num_attention_heads=2, **more)
        model = shake(CLIPVisionModel(config))
        save(model, folder)
        for c, batch in enumerate((1, 2)):
            x = draw(c)(batch, 3, config.image_size, config.image_size)
            out = model(pixel_values=x, output_hidden_states=True)
            case(folder, c, {"pixel_values": x}, {
                "last_hidden_state": out.last_hidden_state, "pooler_output": out.pooler_output,
                "hidden_states": torch.stack(out.hidden_states)})


@torch.no_grad()
def clip_video():
    """As VITRON encodes a clip: frame by frame through LLaVA's vision tower, whose patches are averaged over time."""
    for folder, more in {"clip-video": dict(image_size=28, patch_size=7), "clip-video-b": dict(image_size=26, patch_size=8, hidden_act="gelu")}.items():
        config = CLIPVisionConfig(hidden_size=32, intermediate_size=48, num_hidden_layers=3, num_attention_heads=2, **more)
        model = shake(CLIPVisionModel(config))
        save(model, folder)
        for c, (batch, frames) in enumerate(((1, 3), (2, 5))):
            x = draw(20 + c)(batch, frames, 3, config.image_size, config.image_size)
            clips = []
            for clip in x:
                seen = [model(pixel_values=frame[None], output_hidden_states=True).hidden_states[-2][:, 1:] for frame in clip]
                clips.append(torch.cat(seen).mean(0))
            case(folder, c, {"pixel_values": x}, {"video_features": torch.stack(clips)})


SMALL_UNET = dict(
    sample_size=16, block_out_channels=(16, 32), norm_num_groups=8, cross_attention_dim=24, layers_per_block=1,
    down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"), up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
)


@torch.no_grad()
def unet():
    configs = {
        "unet": dict(attention_head_dim=2),
        "unet-2": dict(attention_head_dim=(2, 4), use_linear_projection=True, in_channels=9, layers_per_block=2),
        "unet-gligen": dict(attention_head_dim=2, attention_type="gated"),
        "unet-gligen-image": dict(attention_head_dim=2, attention_type="gated-text-image", in_channels=9),
    }
    for n, (folder, more) in enumerate(configs.items()):
        config = {**SMALL_UNET, **more}
        model = UNet2DConditionModel(**config)
        if "attention_type" in config:  # the library fixes the width of a description at 768
            from diffusers.models.embeddings import GLIGENTextBoundingboxProjection

            model.position_net = GLIGENTextBoundingboxProjection(
                positive_len=24, out_dim=24, feature_type="text-only" if config["attention_type"] == "gated" else "text-image")
        model = shake(model)
        save(model, folder)
        for c, (batch, height, width) in enumerate(((1, 8, 12), (2, 11, 9))):
            d = draw(10 * n + c)
            x = d(batch, model.config.in_channels, height, width)
            t = torch.tensor([741.0] if batch == 1 else [17.0, 951.0])
            words = d(batch, 7, 24)
            inputs = {"sample": x, "timestep": t, "encoder_hidden_states": words}
            extra = {}
            if "attention_type" in config:
                boxes = torch.rand(batch, 5, 4, generator=torch.Generator().manual_seed(c))
                masks = torch.tensor([[1.0, 1, 0, 0, 0]] * batch)
                grounding = {"boxes": boxes, "masks": masks}
                if config["attention_type"] == "gated":
                    grounding["positive_embeddings"] = d(batch, 5, 24)
                else:
                    grounding |= {"phrases_masks": masks.flip(1), "image_masks": masks.clone(),
                                  "phrases_embeddings": d(batch, 5, 24), "image_embeddings": d(batch, 5, 24)}
                inputs |= grounding
                extra = {"cross_attention_kwargs": {"gligen": dict(grounding)}}
            out = model(x, t if batch > 1 else t[0], words, **extra).sample
            case(folder, c, inputs, {"sample": out})


@torch.no_grad()
def controlnet():
    keys = ("down_block_types", "block_out_channels", "norm_num_groups", "cross_attention_dim", "layers_per_block")
    small = {k: SMALL_UNET[k] for k in keys}
    configs = {
        "controlnet": dict(attention_head_dim=2, conditioning_embedding_out_channels=(4, 8, 8, 12)),
        "controlnet-2": dict(attention_head_dim=(2, 4), use_linear_projection=True, layers_per_block=2,
                             conditioning_embedding_out_channels=(6, 10, 12)),
    }
    net = shake(UNet2DConditionModel(**SMALL_UNET, attention_head_dim=2))
    for n, (folder, more) in enumerate(configs.items()):
        model = shake(ControlNetModel(**{**small, **more}))
        save(model, folder)
        scale = 2 ** (len(more["conditioning_embedding_out_channels"]) - 1)
        for c, (batch, height, width) in enumerate(((1, 8, 12), (2, 7, 9))):
            d = draw(50 + c + 5 * n)
            x, t, words = d(batch, 4, height, width), torch.tensor([741.0]), d(batch, 7, 24)
            drawing = d(batch, 3, scale * height, scale * width)
            down, mid = model(x, t[0], words, drawing, return_dict=False)
            outputs = {f"down_block_res_samples.{i}": r for i, r in enumerate(down)} | {"mid_block_res_sample": mid}
            case(folder, c, {"sample": x, "timestep": t, "encoder_hidden_states": words, "controlnet_cond": drawing}, outputs)
            if n:
                continue
            # The same network as the fixture `unet`, steered.
            out = net(x, t[0], words, down_block_additional_residuals=down, mid_block_additional_residual=mid).sample
            residuals = {f"down_block_additional_residuals.{i}": r for i, r in enumerate(down)} | {"mid_block_additional_residual": mid}
            case("unet", f"controlled-{c}", {"sample": x, "timestep": t, "encoder_hidden_states": words, **residuals}, {"sample": out})


@torch.no_grad()
def vae():
    configs = {
        "vae": dict(block_out_channels=(8, 16), layers_per_block=1, norm_num_groups=4),
        "vae-2": dict(block_out_channels=(6, 6, 12), layers_per_block=2, norm_num_groups=3, latent_channels=5,
                      mid_block_add_attention=False, use_quant_conv=False, use_post_quant_conv=False),
    }
    for n, (folder, more) in enumerate(configs.items()):
        blocks = len(more["block_out_channels"])
        model = shake(AutoencoderKL(**more, down_block_types=("DownEncoderBlock2D",) * blocks, up_block_types=("UpDecoderBlock2D",) * blocks))
        save(model, folder)
        for c, (batch, height, width) in enumerate(((1, 16, 24), (2, 18, 14))):
            d = draw(60 + c + 5 * n)
            x, z = d(batch, 3, height, width), d(batch, model.config.latent_channels, height // 2 - c, width // 2)
            case(folder, f"encoder-{c}", {"sample": x}, {"moments": model._encode(x)})
            case(folder, f"decoder-{c}", {"latents": z}, {"sample": model._decode(z, return_dict=False)[0]})
    tiny_configs = {
        "tiny-vae": dict(encoder_block_out_channels=(8, 8, 8), decoder_block_out_channels=(8, 8, 8),
                         num_encoder_blocks=(1, 2, 1), num_decoder_blocks=(2, 1, 1)),
        "tiny-vae-2": dict(encoder_block_out_channels=(10, 10), decoder_block_out_channels=(10, 10), latent_channels=16,
                           num_encoder_blocks=(1, 3), num_decoder_blocks=(3, 1)),
    }
    for n, (folder, more) in enumerate(tiny_configs.items()):
        tiny = shake(AutoencoderTiny(**more))
        save(tiny, folder)
        for c, (batch, height, width) in enumerate(((1, 16, 24), (2, 18, 13))):
            d = draw(70 + c + 5 * n)
            x, z = d(batch, 3, height, width), d(batch, tiny.config.latent_channels, height // 2, width // 2)
            case(folder, f"encoder-{c}", {"sample": x}, {"latents": tiny.encoder(x)})
            case(folder, f"decoder-{c}", {"latents": z}, {"sample": tiny.decoder(z)})


@torch.no_grad()
def sam():
    for folder, more in {"sam-encoder": dict(image_size=64, window_size=3, global_attn_indexes=[1]),
                         "sam-encoder-plain": dict(image_size=48, window_size=0, global_attn_indexes=[], use_rel_pos=False)}.items():
        config = SamVisionConfig(hidden_size=32, output_channels=12, num_hidden_layers=2, num_attention_heads=2,
                                 patch_size=8, mlp_dim=40, **more)
        model = shake(SamVisionEncoder(config))
        save(model, folder)
        for c, batch in enumerate((1, 2)):
            x = draw(80 + c)(batch, 3, config.image_size, config.image_size)
            case(folder, c, {"pixel_values": x}, {"image_embeddings": model(x).last_hidden_state})


@torch.no_grad()
def llama():
    for folder, more in {"llama": dict(), "llama-grouped": dict(num_key_value_heads=2, rms_norm_eps=1e-5, rope_theta=5e5)}.items():
        config = LlamaConfig(vocab_size=67, hidden_size=32, intermediate_size=48, num_hidden_layers=2,
                             num_attention_heads=4, max_position_embeddings=64, **more)
        model = shake(LlamaForCausalLM(config))
        save(model, folder)
        for c, (batch, length) in enumerate(((1, 9), (2, 12))):
            g = torch.Generator().manual_seed(c)
            ids = torch.randint(0, 67, (batch, length), generator=g)
            mask = torch.ones_like(ids)
            if batch > 1:
                mask[1, :4] = 0  # padded at the left, as for generation
            position = (mask.cumsum(1) - 1).clamp(min=0)
            out = model(input_ids=ids, attention_mask=mask, position_ids=position, output_hidden_states=True)
            given = {"attention_mask": mask, "position_ids": position}
            # What padding itself sees is nobody's business.
            seen = mask.bool()
            logits = out.logits * seen[..., None]
            states = torch.stack(out.hidden_states) * seen[None, ..., None]
            outputs = {"logits": logits, "hidden_states": states}
            case(folder, c, {"input_ids": ids, **given}, outputs)
            embeds = model.model.embed_tokens(ids)
            case(folder, f"embeds-{c}", {"inputs_embeds": embeds, **given}, outputs)
            # The last two tokens, over what was kept of the others.
            head = model(input_ids=ids[:, :-2], attention_mask=mask[:, :-2], position_ids=position[:, :-2], use_cache=True)
            past = {}
            for i, layer in enumerate(head.past_key_values.layers):
                past |= {f"past_key_values.{i}.key": layer.keys.clone(), f"past_key_values.{i}.value": layer.values.clone()}
            tail = model(input_ids=ids[:, -2:], attention_mask=mask, position_ids=position[:, -2:],
                         past_key_values=head.past_key_values, use_cache=True)
            present = {}
            for i, layer in enumerate(tail.past_key_values.layers):
                present |= {f"present.{i}.key": layer.keys, f"present.{i}.value": layer.values}
            case(folder, f"cached-{c}", {"input_ids": ids[:, -2:], "attention_mask": mask, "position_ids": position[:, -2:], **past},
                 {"logits": tail.logits, **present})


@torch.no_grad()
def lora():
    """Three ways of writing the same small change of the fixture `unet`."""
    net = shake(UNet2DConditionModel(**SMALL_UNET, attention_head_dim=2))
    layers = ["down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q", "mid_block.attentions.0.transformer_blocks.0.attn2.to_out.0",
              "up_blocks.1.resnets.0.conv1", "up_blocks.1.attentions.1.proj_in"]
    modules = dict(net.named_modules())
    peft, old, kohya = {}, {}, {}
    rank, alpha = 3, 2.0
    for i, name in enumerate(layers):
        w = modules[name].weight
        down = draw(90 + i)(rank, *w.shape[1:]) / w[0].numel() ** 0.5
        up = draw(95 + i)(w.shape[0], rank, *([1, 1] if w.dim() == 4 else []))
        w += alpha / rank * (up.flatten(1) @ down.flatten(1)).reshape(w.shape)
        half = up * (alpha / rank)  # the forms without alpha have it inside
        short = name.replace("to_out.0", "to_out")
        peft |= {f"unet.{name}.lora_A.weight": down, f"unet.{name}.lora_B.weight": half}
        if w.dim() == 2:
            owner, leaf = short.rsplit(".", 1)
            old |= {f"unet.{owner}.processor.{leaf}_lora.down.weight": down, f"unet.{owner}.processor.{leaf}_lora.up.weight": half}
        else:
            old |= {f"unet.{name}.lora.down.weight": down, f"unet.{name}.lora.up.weight": half}
        flat = "lora_unet_" + name.replace(".", "_")
        kohya |= {f"{flat}.lora_down.weight": down, f"{flat}.lora_up.weight": up, f"{flat}.alpha": torch.tensor(alpha)}
    (HERE / "lora").mkdir(exist_ok=True)
    for form, values in {"peft": peft, "diffusers": old, "kohya": kohya}.items():
        save_file({k: v.contiguous().clone() for k, v in values.items()}, HERE / "lora" / f"{form}.safetensors")
    d = draw(99)
    x, t, words = d(2, 4, 8, 8), torch.tensor([301.0]), d(2, 7, 24)
    case("lora", 0, {"sample": x, "timestep": t, "encoder_hidden_states": words}, {"sample": net(x, t[0], words).sample})


def lora_strength():
    """As PEFT and diffusers save them: how strong a layer's change is stands in the configuration, by patterns."""
    attention = "down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q"
    layers = [attention, "mid_block.attentions.0.transformer_blocks.0.attn2.to_out.0", "up_blocks.1.resnets.0.conv1",
              "up_blocks.1.resnets.1.conv1", "up_blocks.1.attentions.1.proj_in"]
    patterns = {"rank_pattern": {"to_out.0": 2, r"up_blocks.1.resnets.\d.conv1": 4}, "alpha_pattern": {"^up_blocks.1.resnets.1.conv1": 7, attention: 5, "proj_in": 1}}
    d = draw(99)
    x, t, words = d(2, 4, 8, 8), torch.tensor([301.0]), d(2, 7, 24)
    for n, options in enumerate([{"r": 3, "lora_alpha": 6, **patterns}, {"r": 4, "lora_alpha": 3, "use_rslora": True}]):
        net = shake(UNet2DConditionModel(**SMALL_UNET, attention_head_dim=2))
        model = get_peft_model(net, LoraConfig(target_modules=layers, **options)).eval()
        for i, (name, p) in enumerate((name, p) for name, p in model.named_parameters() if "lora_" in name):
            p.data = draw(120 + i)(*p.shape) / (p[0].numel() ** 0.5 if "lora_A" in name else 1)
        folder = HERE / "lora-strength" / f"peft-{n}"
        model.save_pretrained(folder)
        (folder / "README.md").unlink()
        ours = {k.removeprefix("base_model.model."): v for k, v in get_peft_model_state_dict(model).items()}
        StableDiffusionLoraLoaderMixin.save_lora_weights(
            HERE / "lora-strength", unet_lora_layers=ours, weight_name=f"diffusers-{n}.safetensors",
            unet_lora_adapter_metadata={k: list(v) if isinstance(v, set) else v for k, v in model.peft_config["default"].to_dict().items()})
        case("lora-strength", n, {"sample": x, "timestep": t, "encoder_hidden_states": words}, {"sample": model(x, t[0], words).sample})


def checkpoints():
    """Files as torch writes them, good and bad, for the readers' tests."""
    import os
    import pickle
    import zipfile

    folder = HERE / "checkpoints"
    folder.mkdir(exist_ok=True)
    base = torch.arange(24, dtype=torch.float32).reshape(4, 6)
    good = {"whole": base, "tied": base, "view": base[2:], "half": base.half(), "bf16": base.bfloat16(),
            "ints": torch.arange(5), "flags": torch.tensor([True, False]), "scalar": torch.tensor(3.5), "empty": torch.zeros(0, 3)}
    torch.save(good, folder / "good.bin")
    torch.save({"state_dict": good, "epoch": 7, "note": "kept"}, folder / "nested.pt")
    torch.save(torch.nn.ParameterDict({"p": torch.nn.Parameter(base)}).state_dict(), folder / "parameters.pt")
    torch.save({"turned": base.t()}, folder / "strided.bin")
    torch.save(good, folder / "old.bin", _use_new_zipfile_serialization=False)
    (folder / "values.json").write_text(json.dumps({k: v.float().flatten().tolist() for k, v in good.items()}) + "\n")

    class Evil:
        def __reduce__(self):
            return os.system, ("touch vitrail-was-here",)

    with zipfile.ZipFile(folder / "evil.bin", "w", zipfile.ZIP_STORED) as z:
        z.writestr("archive/data.pkl", pickle.dumps({"weight": Evil()}, protocol=2))
        z.writestr("archive/version", "3\n")
    with zipfile.ZipFile(folder / "packed.bin", "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("archive/data.pkl", pickle.dumps({}, protocol=2) + b" " * 500)


if __name__ == "__main__":
    torch.set_num_threads(1)
    makers = [clip_text, clip_vision, clip_video, unet, controlnet, vae, sam, llama, lora, lora_strength, checkpoints]
    chosen = sys.argv[1:]
    for make in makers:
        if not chosen or make.__name__ in chosen:
            make()
            print(make.__name__)
