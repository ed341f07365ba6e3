; Photos, clips and sounds: offered under "Open with", never taken over from the program that opens them now.
; electron-builder's own file associations would make themselves the default.

!macro forEachEnding MACRO
  !insertmacro ${MACRO} "png"
  !insertmacro ${MACRO} "jpg"
  !insertmacro ${MACRO} "jpeg"
  !insertmacro ${MACRO} "webp"
  !insertmacro ${MACRO} "avif"
  !insertmacro ${MACRO} "gif"
  !insertmacro ${MACRO} "tif"
  !insertmacro ${MACRO} "tiff"
  !insertmacro ${MACRO} "mp4"
  !insertmacro ${MACRO} "m4v"
  !insertmacro ${MACRO} "mov"
  !insertmacro ${MACRO} "webm"
  !insertmacro ${MACRO} "wav"
  !insertmacro ${MACRO} "mp3"
  !insertmacro ${MACRO} "m4a"
  !insertmacro ${MACRO} "ogg"
  !insertmacro ${MACRO} "opus"
  !insertmacro ${MACRO} "flac"
!macroend

!macro offerFor ENDING
  WriteRegStr SHCTX "Software\Classes\.${ENDING}\OpenWithProgids" "Vitrail.Media" ""
!macroend

!macro withdrawFor ENDING
  DeleteRegValue SHCTX "Software\Classes\.${ENDING}\OpenWithProgids" "Vitrail.Media"
!macroend

!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Vitrail.Media" "" "Photo, clip or sound"
  WriteRegStr SHCTX "Software\Classes\Vitrail.Media\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHCTX "Software\Classes\Vitrail.Media\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro forEachEnding offerFor
!macroend

!macro customUnInstall
  !insertmacro forEachEnding withdrawFor
  DeleteRegKey SHCTX "Software\Classes\Vitrail.Media"
!macroend
